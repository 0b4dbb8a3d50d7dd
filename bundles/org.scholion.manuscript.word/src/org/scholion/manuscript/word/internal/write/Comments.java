package org.scholion.manuscript.word.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.AddedPart;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.text.TextEdit;

/** Comments that propose changes. */
final class Comments {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private Comments() {}

    /**
     * A comment.
     *
     * @param text of the paragraph
     * @param edit of it, which the comment proposes
     */
    static String comment(String id, String date, String text, TextEdit edit) {
        String old = edit.range().of(text);
        String message = old.isEmpty()
                ? NLS.bind(Messages.comment_insert, edit.replacement())
                : edit.replacement().isEmpty()
                        ? NLS.bind(Messages.comment_delete, old)
                        : NLS.bind(Messages.comment_replace, old, edit.replacement());
        return "<w:comment w:id=\"" + id + "\" w:author=\"" + Reviser.AUTHOR + "\" w:date=\"" + date + "\" w:initials=\"S\"><w:p><w:r><w:t>"
                + Tags.escape(message) + "</w:t></w:r></w:p></w:comment>";
    }

    /** The parts that change when the document gets comments: the one with comments, or a new one and what names it. */
    static Map<String, byte[]> with(WordPackage document, String comments) throws IOException {
        boolean strict = Tags.isStrict(document.document().text());
        String namespace = Tags.namespace(document.document().text());
        // declared at each comment, since the part may use another prefix
        String declared = comments.replace("<w:comment ", "<w:comment xmlns:w=\"" + namespace + "\" ");
        Optional<PartText> known = document.notes().stream()
                .filter(related -> related.use() == WordPackage.Use.COMMENTS)
                .map(WordPackage.Related::part)
                .findFirst();
        if (known.isPresent()) {
            return Map.of(known.get().name(), known.get().encode(AddedPart.atEnd(known.get().text(), declared)));
        }
        String part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + namespace + "\">"
                + comments + "</w:comments>";
        return AddedPart.parts(
                document.container(), document.document().name(), "comments.xml", strict ? STRICT_RELATION : RELATION, TYPE,
                part.getBytes(StandardCharsets.UTF_8));
    }
}
