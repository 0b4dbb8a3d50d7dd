package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Placeholder.Role;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.word.internal.read.Piece.Look;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlNode;

/**
 * Takes the pieces out of a paragraph: what somebody sees who accepted the insertions and deletions of others, without instructions of
 * fields, bookmarks, marks of spelling and comments. Used for one paragraph.
 */
final class ParagraphReader {

    /** The Unicode letters of fonts of symbols begin here; what they look like depends on the font. */
    private static final int PRIVATE_USE = 0xE000;
    private static final int PRIVATE_USE_END = 0xF8FF;

    /** Content controls of the newer Mendeley, which writes no fields. */
    private static final String CITATION_TAG = "MENDELEY_CITATION";

    private static final int NO_RUN = -1;
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final Pattern NOTE_NUMBER = Pattern.compile("[\\d,;*\u2020\u2021\u2012-\u2014\\-\\s]+");
    /** A word of three letters or more, since a shorter one may be a unit or a symbol with its exponent; or a sign. */
    private static final Pattern BEFORE_NOTE = Pattern.compile("(?:\\p{L}{3}|[.,;:!?)\\]\u201D\u2019'\"])\\s?$");

    private final Styles styles;
    private final OpenFields fields;
    private final String style;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<XmlElement> boxes = new ArrayList<>();
    private final List<Paragraph.NoteMark> notes = new ArrayList<>();
    private final Set<Field> seen = EnumSet.noneOf(Field.class);
    private final List<Paragraph.Bookmark> bookmarks = new ArrayList<>();
    private final List<SourceText.Run> runs = new ArrayList<>();
    private final Map<XmlElement, Integer> runNumbers = new IdentityHashMap<>();
    private int run = NO_RUN;
    private int length;
    private Optional<String> sequence = Optional.empty();
    private @Nullable XmlElement insertion;

    private ParagraphReader(Styles styles, OpenFields fields, String style) {
        this.styles = styles;
        this.fields = fields;
        this.style = style;
    }

    /**
     * Reads a paragraph.
     *
     * @param fields that are open where it begins; afterwards those where it ends
     * @param style of the paragraph; empty where there is none
     */
    static Paragraph read(XmlElement paragraph, Styles styles, OpenFields fields, String style) {
        ParagraphReader reader = new ParagraphReader(styles, fields, style);
        reader.seen.addAll(fields.kinds());
        reader.number(paragraph);
        reader.children(paragraph);
        return new Paragraph(
                reader.pieces, reader.boxes, reader.notes, reader.sequence, reader.bookmarks, reader.runs, reader.seen);
    }

    /** Numbers all runs, in document order; those of text boxes are of other paragraphs. */
    private void number(XmlElement parent) {
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement element) {
                if (element.is("w:r")) {
                    runNumbers.put(element, runNumbers.size());
                } else {
                    number(element);
                }
            }
        }
    }

    private void children(XmlElement parent) {
        parent.elements().forEach(this::take);
    }

    private void take(XmlElement element) {
        switch (element.name()) {
            case "w:r" -> run(element);
            case "w:ins", "w:moveTo" -> inserted(element);
            case "w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent" -> children(element);
            case "w:sdt" -> control(element);
            case "w:fldSimple" -> simpleField(element);
            case "m:oMath" -> thing(PlaceholderKind.INLINE_MATH, Role.NOUN, LinearFormula.of(element), plainLook(), element);
            case "m:oMathPara" -> thing(PlaceholderKind.DISPLAY_MATH, Role.NOUN, LinearFormula.of(element), plainLook(), element);
            case "mc:AlternateContent" -> alternative(element).ifPresent(this::children);
            case "w:bookmarkStart" ->
                element.attribute("w:name").ifPresent(name -> bookmarks.add(new Paragraph.Bookmark(name, length)));
            case "w:subDoc" -> thing(PlaceholderKind.OBJECT, Role.NOUN, "", plainLook(), element);
            default -> {
                // properties, bookmarks, ranges of comments and permissions, deletions, marks of spelling
            }
        }
    }

    /** Only a run that stands in the insertion itself can divide it. */
    private void inserted(XmlElement element) {
        element.elements().forEach(child -> {
            insertion = child.is("w:r") ? element : null;
            take(child);
        });
        insertion = null;
    }

    /** What is shown of several forms of one thing. */
    static Optional<XmlElement> alternative(XmlElement element) {
        return element.child("mc:Choice").or(() -> element.child("mc:Fallback"));
    }

    private void control(XmlElement element) {
        // a prompt such as "Click here to enter text." is no text of the author
        Optional<XmlElement> properties = element.child("w:sdtPr");
        boolean prompt = properties.flatMap(all -> all.toggle("w:showingPlcHdr")).orElse(false);
        Optional<XmlElement> content = element.child("w:sdtContent").filter(any -> !prompt);
        if (content.isPresent() && properties.flatMap(all -> all.value("w:tag")).orElse("").startsWith(CITATION_TAG)) {
            String shown = content.get().text();
            thing(PlaceholderKind.CITATION, Citations.role(shown), shown, plainLook(), element);
        } else {
            content.ifPresent(this::children);
        }
    }

    private void simpleField(XmlElement element) {
        fields.begin();
        fields.instruction(element.attribute("w:instr").orElse(""));
        noteSequence(element.attribute("w:instr").orElse(""));
        separate();
        children(element);
        fieldEnd(plainLook());
    }

    private void separate() {
        fields.separate();
        seen.addAll(fields.kinds());
    }

    private void noteSequence(String instruction) {
        String[] words = instruction.strip().split("\\s+", 3);
        if (words[0].equalsIgnoreCase("SEQ") && sequence.isEmpty()) {
            sequence = Optional.of(words.length > 1 ? words[1] : "");
        }
    }

    private void fieldEnd(Look look) {
        fields.end().ifPresent(ended -> {
            switch (ended.kind()) {
                case CROSS_REFERENCE -> field(PlaceholderKind.CROSS_REFERENCE, Role.NOUN, ended, look);
                case CITATION -> field(PlaceholderKind.CITATION, Citations.role(ended.shown()), ended, look);
                case BIBLIOGRAPHY, CONTENTS, TEXT, COMPUTED, NOTHING -> {
                    // shown piece by piece, or not at all
                }
            }
        });
    }

    // ---- runs ------------------------------------------------------------------------------------------------------------------

    private void run(XmlElement element) {
        Look look = look(element.child("w:rPr"), Scripts.of(element));
        run = runNumbers.getOrDefault(element, NO_RUN);
        element.elements().forEach(child -> inRun(new Piece.Spot(element, child, insertion), look));
        run = NO_RUN;
    }

    private void inRun(Piece.Spot spot, Look look) {
        XmlElement element = spot.element();
        switch (element.name()) {
            case "w:t" -> text(spot, look);
            case "w:fldChar" -> fieldCharacter(element, look);
            case "w:instrText" -> {
                fields.instruction(element.text());
                noteSequence(element.text());
            }
            case "w:tab", "w:ptab" -> mark("\t", " ", look, spot);
            case "w:cr" -> mark("\n", "\n", look, spot);
            case "w:br" -> {
                boolean line = element.attribute("w:type").map(type -> type.equals("textWrapping")).orElse(true);
                mark(line ? "\n" : "\f", line ? "\n" : " ", look, spot);
            }
            case "w:noBreakHyphen" -> mark("\u2011", "-", look, spot);
            case "w:softHyphen" -> mark(String.valueOf(SOFT_HYPHEN), "", look, spot);
            case "w:sym" -> symbol(spot, look);
            case "w:footnoteReference", "w:endnoteReference" -> note(element);
            case "w:drawing", "w:pict", "w:object" -> picture(element, look);
            case "w:ruby" -> element.child("w:rubyBase").ifPresent(base -> fixed(spot.run(), base, look));
            case "mc:AlternateContent" ->
                alternative(element).ifPresent(chosen -> chosen.elements().forEach(inside -> inAlternative(spot.run(), inside, look)));
            default -> {
                // properties, deleted text, marks of comments and notes, page breaks of the last printing
            }
        }
    }

    /** What is written twice cannot be changed in one place. */
    private void inAlternative(XmlElement run, XmlElement element, Look look) {
        switch (element.name()) {
            case "w:t" -> fixed(run, element, look);
            case "w:drawing", "w:pict", "w:object" -> picture(element, look);
            default -> {
                // nothing else was seen there
            }
        }
    }

    /** Text that is read and cannot be changed, since it stands no more directly in its run. */
    private void fixed(XmlElement run, XmlElement element, Look look) {
        if (!fields.isCollected() && !fields.isInstruction() && !element.text().isEmpty()) {
            add(new Piece.Result(element.text(), look, run));
        }
    }

    private void text(Piece.Spot spot, Look look) {
        String text = spot.element().text();
        if (text.isEmpty() || fields.isInstruction()) {
            return;
        }
        if (fields.isCollected()) {
            fields.collect(text);
        } else if (fields.isComputed()) {
            add(new Piece.Result(text, look, spot.run()));
        } else {
            add(isNoteNumber(text, look) ? new Piece.Mark(text, "", look, spot) : new Piece.Letters(text, look, spot));
        }
    }

    /** Raised numbers behind a word or a stop refer to notes or sources that were numbered by hand. */
    private boolean isNoteNumber(String text, Look look) {
        if (!look.raised() || !NOTE_NUMBER.matcher(text).matches() || pieces.isEmpty()) {
            return false;
        }
        return BEFORE_NOTE.matcher(pieces.getLast().text()).find() || pieces.getLast() instanceof Piece.Mark before && before.look().raised();
    }

    private void mark(String text, String printed, Look look, Piece.Spot spot) {
        if (fields.isCollected()) {
            fields.collect(printed);
        } else {
            add(new Piece.Mark(text, printed, look, spot));
        }
    }

    private void fieldCharacter(XmlElement element, Look look) {
        switch (element.attribute("w:fldCharType").orElse("")) {
            case "begin" -> fields.begin();
            case "separate" -> separate();
            case "end" -> fieldEnd(look);
            default -> {
                // no such character; Word leaves it out, too
            }
        }
    }

    private void symbol(Piece.Spot spot, Look look) {
        int code = spot.element().attribute("w:char").map(ParagraphReader::hexadecimal).orElse(0);
        if (Character.isValidCodePoint(code) && code > 0 && (code < PRIVATE_USE || code > PRIVATE_USE_END) && !isSurrogate(code)) {
            mark(Character.toString(code), Character.toString(code), look, spot);
        } else {
            thing(PlaceholderKind.OBJECT, Role.NOUN, "", look, spot.element());
        }
    }

    private static boolean isSurrogate(int code) {
        return code <= Character.MAX_VALUE && Character.isSurrogate((char) code);
    }

    private static int hexadecimal(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void note(XmlElement element) {
        element.attribute("w:id")
                .ifPresent(id -> notes.add(new Paragraph.NoteMark(element.is("w:endnoteReference"), id)));
    }

    private void picture(XmlElement element, Look look) {
        boolean anchored = contains(element, "wp:anchor") || element.is("w:pict") && contains(element, "v:textbox");
        collectBoxes(element);
        if (!anchored) {
            thing(PlaceholderKind.OBJECT, Role.NOUN, "", look, element);
        }
    }

    private void collectBoxes(XmlElement element) {
        element.elements().forEach(child -> {
            if (child.is("w:txbxContent")) {
                boxes.add(child);
            } else if (child.is("mc:AlternateContent")) {
                alternative(child).ifPresent(this::collectBoxes);
            } else {
                collectBoxes(child);
            }
        });
    }

    private static boolean contains(XmlElement element, String name) {
        return element.elements().anyMatch(child -> child.is(name) || contains(child, name));
    }

    private void thing(PlaceholderKind kind, Role role, String display, Look look, XmlElement element) {
        add(new Piece.Thing(kind, role, display.strip(), "", look, element));
    }

    private void field(PlaceholderKind kind, Role role, OpenFields.Ended field, Look look) {
        add(new Piece.Thing(kind, role, field.shown().strip(), field.instruction(), look, null));
    }

    private void add(Piece.Thing thing) {
        if (fields.isCollected()) {
            fields.collect(thing.display());
        } else if (!fields.isInstruction()) {
            add((Piece) thing);
        }
    }

    private void add(Piece piece) {
        if (runs.isEmpty() || runs.getLast().number() != run) {
            runs.add(new SourceText.Run(length, run));
        }
        pieces.add(piece);
        length += piece.text().length();
    }

    // ---- how letters look --------------------------------------------------------------------------------------------------------

    private Look plainLook() {
        return look(Optional.empty(), Scripts.LATIN);
    }

    private Look look(Optional<XmlElement> direct, Scripts script) {
        boolean hidden = toggle(direct, "w:vanish", true);
        String language = styles.ofLetters(direct, style, script::language).orElse("");
        boolean emphasis = isSetApart(direct, "w:i") || isSetApart(direct, "w:b") || isSetApart(direct, "w:u");
        boolean raised = direct.flatMap(properties -> properties.value("w:vertAlign")).filter("superscript"::equals).isPresent();
        return new Look(language, emphasis, hidden, raised);
    }

    /** Whether the run itself, or its style, says so while the paragraph does not. */
    private boolean isSetApart(Optional<XmlElement> direct, String property) {
        return toggle(direct, property, false) && !styles.ofRun(style, properties -> on(properties, property)).orElse(false);
    }

    private static Optional<Boolean> on(XmlElement properties, String property) {
        return property.equals("w:u")
                ? properties.value(property).map(value -> !value.equals("none"))
                : properties.toggle(property);
    }

    private boolean toggle(Optional<XmlElement> direct, String property, boolean withParagraph) {
        Optional<Boolean> own = direct.flatMap(properties -> on(properties, property))
                .or(() -> runStyle(direct).flatMap(id -> styles.ofRun(id, properties -> on(properties, property))));
        return own.or(() -> withParagraph ? styles.ofRun(style, properties -> on(properties, property)) : Optional.empty()).orElse(false);
    }

    private static Optional<String> runStyle(Optional<XmlElement> direct) {
        return direct.flatMap(properties -> properties.value("w:rStyle"));
    }
}
