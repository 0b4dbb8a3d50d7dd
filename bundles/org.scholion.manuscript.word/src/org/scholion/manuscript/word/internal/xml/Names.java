package org.scholion.manuscript.word.internal.xml;

import java.util.Map;

/** Short names of the namespaces of a Word document; the strict and the transitional form of one get the same (ECMA-376). */
public final class Names {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
            Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/main", "a"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
            Map.entry("http://schemas.microsoft.com/office/word/2012/wordml", "w15"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/bibliography", "b"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/bibliography", "b"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml"));

    private Names() {}

    /** The name with the usual prefix; without one where there is no namespace; {@code ?:name} for namespaces that nobody asks for. */
    static String of(String namespace, String local) {
        return namespace.isEmpty() ? local : PREFIXES.getOrDefault(namespace, "?") + ":" + local;
    }
}
