package org.scholion.manuscript.word.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.text.TextRange;

/**
 * A whole field of a paragraph whose runs stand side by side, with nothing else in the first and last one.
 *
 * @param parent of the runs
 * @param elements the runs, and marks between them
 * @param instruction without spaces around
 */
record FieldRuns(XmlElement parent, List<XmlElement> elements, String instruction) {

    private static final Set<String> MARKS = Set.of("w:r", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr");

    FieldRuns {
        elements = List.copyOf(elements);
    }

    /** The fields of a paragraph, in order; those of text boxes are of other paragraphs. */
    static List<FieldRuns> in(XmlElement paragraph) {
        List<FieldRuns> found = new ArrayList<>();
        scan(paragraph, found);
        return found;
    }

    TextRange range() {
        return elements.getFirst().range().hull(elements.getLast().range());
    }

    private static void scan(XmlElement parent, List<FieldRuns> found) {
        Scan scan = new Scan();
        for (XmlElement child : parent.elements().toList()) {
            if (child.is("w:r")) {
                scan.run(child, parent, found);
            } else {
                scan.other(child);
                scan(child, found);
            }
        }
    }

    /** The field that is open. */
    private static final class Scan {
        private final List<XmlElement> elements = new ArrayList<>();
        private final StringBuilder instruction = new StringBuilder();
        private int depth;
        private boolean separated;
        private boolean sound;

        void other(XmlElement element) {
            if (depth > 0) {
                elements.add(element);
                sound &= MARKS.contains(element.name());
            }
        }

        void run(XmlElement run, XmlElement parent, List<FieldRuns> found) {
            List<XmlElement> content = run.elements().filter(child -> !child.is("w:rPr")).toList();
            boolean taken = false;
            for (int i = 0; i < content.size(); i++) {
                XmlElement child = content.get(i);
                String mark = child.is("w:fldChar") ? child.attribute("w:fldCharType").orElse("") : "";
                if (mark.equals("begin") && depth++ == 0) {
                    begin(i == 0);
                }
                if (depth > 0 && !taken) {
                    elements.add(run);
                    taken = true;
                }
                if (depth == 1 && !separated && child.is("w:instrText")) {
                    instruction.append(child.text());
                }
                separated |= depth == 1 && mark.equals("separate");
                if (mark.equals("end") && depth > 0 && --depth == 0 && sound && separated && i == content.size() - 1) {
                    found.add(new FieldRuns(parent, elements, instruction.toString().strip()));
                }
            }
        }

        private void begin(boolean first) {
            elements.clear();
            instruction.setLength(0);
            separated = false;
            sound = first;
        }
    }
}
