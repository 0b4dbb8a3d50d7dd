package org.scholion.library.internal.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Person;
import org.scholion.library.Reference;

/** References and passages as documents of a Solr: the fields of {@link Documents}, and what tells sources from one another. */
final class SolrDocuments {

    private final String source;
    private final String encoder;

    /**
     * Of a source.
     *
     * @param encoder of its vectors; empty without
     */
    SolrDocuments(String source, String encoder) {
        this.source = source;
        this.encoder = encoder;
    }

    /** The key of an entry; no other document has it. */
    static String id(String source, String key) {
        return source + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** Without the places of files on this machine. */
    static Reference withoutFiles(Reference reference) {
        return new Reference(
                reference.key(), reference.type(), reference.title(), reference.authors(), reference.editors(), reference.year(),
                reference.venue(), reference.abstractText(), reference.doi(), reference.fields(), reference.keywords(),
                reference.groups(),
                List.of());
    }

    /**
     * The document of a reference.
     *
     * @param text whether passages of its document are there, too
     */
    Map<String, Object> entry(Reference reference, String hash, int position, boolean text, float @Nullable [] vector) {
        Map<String, Object> document = base(id(source, reference.key()), reference.key());
        document.put(Fields.ENTRY, reference.key());
        document.put(Fields.HASH, hash);
        document.put(Fields.POSITION, position);
        document.put(Fields.REFERENCE, ReferenceJson.write(reference));
        document.put(Fields.TEXT, ReferenceText.words(reference));
        document.put(Fields.TITLE, reference.title());
        document.put(Fields.PEOPLE, ReferenceText.people(reference));
        if (!reference.abstractText().isEmpty()) {
            document.put(Fields.ABSTRACT, reference.abstractText());
        }
        reference.year().ifPresent(year -> document.put(Fields.YEAR, year));
        List<String> families = reference.people().stream().map(Person::family).map(Documents::cut).distinct().toList();
        document.put(Fields.FAMILY, families.stream().map(ReferenceAnalyzer::fold).toList());
        document.put(Fields.FAMILY_NAME, families);
        document.put(Fields.TYPE, reference.type().name());
        List<String> groups = Documents.groups(reference).stream().map(Documents::cut).toList();
        document.put(Fields.GROUP, groups.stream().map(ReferenceAnalyzer::fold).toList());
        document.put(Fields.GROUP_NAME, groups);
        if (text) {
            document.put(Fields.DOCUMENT, "yes");
        }
        vector(Fields.VECTOR, vector, document);
        return document;
    }

    /** The document of a reference that is at another position and else as it was. */
    Map<String, Object> moved(String key, int position) {
        return Map.of(Fields.ID, id(source, key), Fields.POSITION, Map.of("set", position));
    }

    /** The document of a passage, the nth of its work. */
    Map<String, Object> passage(String key, int number, Passages.Passage passage, float @Nullable [] vector) {
        Map<String, Object> document = base(id(source, key) + "/" + number, key);
        document.put(Fields.PASSAGE, passage.text());
        document.put(Fields.PAGE, passage.page());
        vector(Fields.PASSAGE_VECTOR, vector, document);
        return document;
    }

    private Map<String, Object> base(String id, String key) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(Fields.ID, id);
        document.put(Fields.SOURCE, source);
        document.put(Fields.KEY, key);
        return document;
    }

    private void vector(String field, float @Nullable [] vector, Map<String, Object> document) {
        if (vector != null) {
            document.put(field, SolrQuestion.values(vector));
            document.put(Fields.ENCODER, encoder);
        }
    }
}
