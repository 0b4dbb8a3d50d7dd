package org.scholion.manuscript.word.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.AddedPart;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/** Comments that propose changes or say why they were made. */
final class Comments {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private Comments() {}

    /**
     * What a comment says about a change: its note, and what to change where the text itself is not changed.
     *
     * @param text of the paragraph
     * @param edit of it
     */
    static List<String> sentences(String text, TextEdit edit, String note, Mode mode) {
        List<String> sentences = new ArrayList<>();
        if (!note.isEmpty()) {
            sentences.add(note);
        }
        if (mode == Mode.COMMENTS) {
            sentences.add(proposal(text, edit));
        }
        return sentences;
    }

    /** Speaks of whole words, since a few letters of one are hard to find. */
    private static String proposal(String text, TextEdit edit) {
        String letters = edit.range().of(text);
        String replacement = edit.replacement();
        int start = edit.range().start();
        int end = edit.range().end();
        boolean beginsInside = isLetter(letters, 0) || isLetter(replacement, 0);
        while (beginsInside && isLetter(text, start - 1)) {
            start--;
        }
        boolean endsInside = isLetter(letters, letters.length() - 1) || isLetter(replacement, replacement.length() - 1);
        while (endsInside && isLetter(text, end)) {
            end++;
        }
        String old = text.substring(start, end);
        String renewed = text.substring(start, edit.range().start()) + replacement + text.substring(edit.range().end(), end);
        if (old.isEmpty()) {
            return NLS.bind(Messages.comment_insert, renewed);
        }
        return renewed.isEmpty() ? NLS.bind(Messages.comment_delete, old) : NLS.bind(Messages.comment_replace, old, renewed);
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /**
     * A comment.
     *
     * @param paragraphs that it says
     */
    static String comment(String id, String date, List<String> paragraphs) {
        StringBuilder comment = new StringBuilder("<w:comment w:id=\"").append(id).append("\" w:author=\"").append(Reviser.AUTHOR)
                .append("\" w:date=\"").append(date).append("\" w:initials=\"S\">");
        for (String paragraph : paragraphs) {
            comment.append("<w:p><w:r><w:t xml:space=\"preserve\">").append(Tags.escape(paragraph)).append("</w:t></w:r></w:p>");
        }
        return comment.append("</w:comment>").toString();
    }

    /**
     * The parts that change when the document gets comments: the one with comments, or a new one and what names it.
     *
     * @param changed parts that are changed already
     * @throws ManuscriptException when there are comments that could not be read, which new ones would replace or damage
     */
    static Map<String, byte[]> with(WordPackage document, Map<String, byte[]> changed, String comments, CancelToken cancel)
            throws IOException, ManuscriptException, CancelledException {
        Path file = document.container().file();
        if (document.unread().stream().anyMatch(part -> part.is(WordPackage.Use.COMMENTS))) {
            throw new ManuscriptException(file, NLS.bind(Messages.damagedComments, file));
        }
        try {
            return parts(document, changed, comments, cancel);
        } catch (XmlSyntaxException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.damagedComments, file), e);
        }
    }

    private static Map<String, byte[]> parts(WordPackage document, Map<String, byte[]> changed, String comments, CancelToken cancel)
            throws IOException, XmlSyntaxException, CancelledException {
        boolean strict = Tags.isStrict(document.document().text());
        String namespace = Tags.namespace(document.document().text());
        // declared at each comment, since the part may use another prefix
        String declared = comments.replace("<w:comment ", "<w:comment xmlns:w=\"" + namespace + "\" ");
        Optional<PartText> known = document.notes().stream()
                .filter(related -> related.use() == WordPackage.Use.COMMENTS)
                .map(WordPackage.Related::part)
                .findFirst();
        if (known.isPresent()) {
            return Map.of(known.get().name(), known.get().encode(AddedPart.atEnd(known.get().text(), declared, cancel)));
        }
        String part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + namespace + "\">"
                + comments + "</w:comments>";
        String main = document.document().name();
        AddedPart.Wanted wanted = new AddedPart.Wanted(
                AddedPart.folder(main), "comments", false, strict ? STRICT_RELATION : RELATION, TYPE, part.getBytes(StandardCharsets.UTF_8));
        return AddedPart.add(document.container(), changed, main, wanted, cancel).parts();
    }
}
