package org.scholion.manuscript.word.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.AddedPart;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.read.Citations;
import org.scholion.manuscript.word.internal.read.Sources;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** The part in which a document keeps the works that it cites with fields of Word itself. */
final class SourcesPart {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String FOLDER = "/customXml/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    private static final String PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    private static final String STRICT_PROPERTIES = "http://purl.oclc.org/ooxml/officeDocument/customXml";
    private static final String PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

    private SourcesPart() {}

    /**
     * The parts that change when works are added that the document does not know yet: the one with sources, or a new one and what names it.
     *
     * @param changed parts that are changed already
     * @throws ManuscriptException when the part is damaged
     */
    static Map<String, byte[]> with(WordPackage document, Map<String, byte[]> changed, List<NewCitation.Work> works, CancelToken cancel)
            throws IOException, ManuscriptException, CancelledException {
        Set<String> known = tags(document, cancel);
        boolean strict = Tags.isStrict(document.document().text());
        boolean strictSources = document.sources().map(part -> part.text().contains(SourceXml.STRICT)).orElse(strict);
        String namespace = strictSources ? SourceXml.STRICT : SourceXml.NAMESPACE;
        StringBuilder sources = new StringBuilder();
        for (NewCitation.Work work : works) {
            if (!work.data().isBlank() && known.add(Citations.tag(work.key()))) {
                sources.append(SourceXml.of(work, namespace));
            }
        }
        if (sources.isEmpty()) {
            return Map.of();
        }
        try {
            Optional<PartText> part = document.sources();
            return part.isPresent()
                    ? Map.of(part.get().name(), part.get().encode(AddedPart.atEnd(part.get().text(), sources.toString(), cancel)))
                    : added(document, changed, namespace, sources.toString(), cancel);
        } catch (XmlSyntaxException e) {
            throw new ManuscriptException(
                    document.container().file(), NLS.bind(Messages.damagedSources, document.container().file()), e);
        }
    }

    private static Set<String> tags(WordPackage document, CancelToken cancel) throws CancelledException {
        Set<String> tags = new HashSet<>();
        if (document.sources().isPresent()) {
            SourceRange anywhere = new SourceRange(new SourceUnit.TextFile(document.container().file()), TextRange.at(0));
            Sources.read(document.sources().get().text(), anywhere, cancel).stream().map(BibliographyEntry::key).forEach(tags::add);
        }
        return tags;
    }

    private static Map<String, byte[]> added(
            WordPackage document, Map<String, byte[]> changed, String namespace, String sources, CancelToken cancel)
            throws IOException, XmlSyntaxException, CancelledException {
        boolean strict = namespace.equals(SourceXml.STRICT);
        String office = strict ? STRICT_OFFICE : OFFICE;
        // without a style Word takes that of its own settings
        String content = HEAD + "<b:Sources xmlns:b=\"" + namespace + "\" xmlns=\"" + namespace + "\">" + sources + "</b:Sources>";
        Map<String, byte[]> parts = new LinkedHashMap<>(changed);
        AddedPart.Added item = AddedPart.add(
                document.container(), parts, document.document().name(),
                new AddedPart.Wanted(FOLDER, "item", true, office + "customXml", "", content.getBytes(StandardCharsets.UTF_8)), cancel);
        parts.putAll(item.parts());
        String properties = HEAD + "<ds:datastoreItem ds:itemID=\"" + id(sources) + "\" xmlns:ds=\"" + (strict ? STRICT_PROPERTIES : PROPERTIES)
                + "\"><ds:schemaRefs><ds:schemaRef ds:uri=\"" + namespace + "\"/></ds:schemaRefs></ds:datastoreItem>";
        AddedPart.Wanted described = new AddedPart.Wanted(
                FOLDER, "itemProps", true, office + "customXmlProps", PROPERTIES_TYPE, properties.getBytes(StandardCharsets.UTF_8));
        parts.putAll(AddedPart.add(document.container(), parts, item.name(), described, cancel).parts());
        return parts;
    }

    private static String id(String sources) {
        return "{" + UUID.nameUUIDFromBytes(sources.getBytes(StandardCharsets.UTF_8)).toString().toUpperCase(Locale.ROOT) + "}";
    }
}
