package org.scholion.library.internal.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Person;
import org.scholion.library.Reference;

/** References and passages as documents of the index. */
final class Documents {

    private Documents() {}

    /**
     * The document of a reference.
     *
     * @param position in its source
     * @param vector of length 1; without, it is found by words alone
     */
    static Document entry(Reference reference, String hash, int position, float @Nullable [] vector) {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, reference.key(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(reference.key())));
        document.add(new StringField(Fields.ENTRY, reference.key(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ENTRY, new BytesRef(reference.key())));
        document.add(new SortedDocValuesField(Fields.HASH, new BytesRef(hash)));
        document.add(new NumericDocValuesField(Fields.POSITION, position));
        document.add(new BinaryDocValuesField(Fields.REFERENCE, new BytesRef(ReferenceJson.write(reference))));
        document.add(new TextField(Fields.TEXT, ReferenceText.words(reference), Field.Store.NO));
        document.add(new TextField(Fields.TITLE, reference.title(), Field.Store.NO));
        document.add(new TextField(Fields.PEOPLE, ReferenceText.people(reference), Field.Store.NO));
        if (!reference.abstractText().isEmpty()) {
            document.add(new TextField(Fields.ABSTRACT, reference.abstractText(), Field.Store.NO));
        }
        facets(reference, document);
        if (vector != null) {
            document.add(new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /**
     * The document of a passage.
     *
     * @param stamp of the work's document, for the first of its passages; else empty
     * @param vector of length 1; without, it is found by words alone
     */
    static Document passage(String key, Passages.Passage passage, String stamp, float @Nullable [] vector) {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, key, Field.Store.YES));
        document.add(new TextField(Fields.PASSAGE, passage.text(), Field.Store.YES));
        document.add(new IntField(Fields.PAGE, passage.page(), Field.Store.YES));
        if (!stamp.isEmpty()) {
            stamp(key, stamp, document);
        }
        if (vector != null) {
            document.add(new KnnFloatVectorField(Fields.PASSAGE_VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    /** Stands for a work's document that has no text, so that it is not read again. */
    static Document withoutText(String key, String stamp) {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, key, Field.Store.YES));
        stamp(key, stamp, document);
        return document;
    }

    private static void stamp(String key, String stamp, Document document) {
        document.add(new SortedDocValuesField(Fields.DOCUMENT_STAMP, bounded(stamp)));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
    }

    private static void facets(Reference reference, Document document) {
        reference.year().ifPresent(year -> document.add(new IntField(Fields.YEAR, year, Field.Store.NO)));
        for (Person person : reference.people()) {
            String family = ReferenceAnalyzer.fold(person.family());
            document.add(new StringField(Fields.FAMILY, family, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.FAMILY, bounded(person.family())));
        }
        document.add(new StringField(Fields.TYPE, reference.type().name(), Field.Store.NO));
        document.add(new SortedSetDocValuesField(Fields.TYPE, new BytesRef(reference.type().name())));
        for (String group : groups(reference)) {
            document.add(new StringField(Fields.GROUP, ReferenceAnalyzer.fold(group), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.GROUP, bounded(group)));
        }
        if (!reference.files().isEmpty()) {
            document.add(new StringField(Fields.DOCUMENT, "yes", Field.Store.NO));
        }
    }

    /** Lucene takes no values of more than 32,766 bytes. */
    private static BytesRef bounded(String value) {
        return new BytesRef(cut(value));
    }

    static String cut(String value) {
        return value.substring(0, Math.min(value.length(), 1000));
    }

    /** Each group and the groups around it. */
    static Set<String> groups(Reference reference) {
        Set<String> groups = new LinkedHashSet<>();
        for (String group : reference.groups()) {
            for (int slash = group.indexOf('/'); slash >= 0; slash = group.indexOf('/', slash + 1)) {
                groups.add(group.substring(0, slash));
            }
            groups.add(group);
        }
        return groups;
    }

    /** What tells a reference from one that is different in anything that the index has of it. */
    static String hash(Reference reference) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ReferenceJson.write(reference).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
