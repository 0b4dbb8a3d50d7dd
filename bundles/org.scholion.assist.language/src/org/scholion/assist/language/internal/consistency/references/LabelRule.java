package org.scholion.assist.language.internal.consistency.references;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.FloatingObject;
import org.scholion.manuscript.Structure.Label;

/** Labels and the references to them. Says nothing about missing labels when not all files of the paper could be read. */
public final class LabelRule implements PaperRule<Boolean> {

    private static final Pattern PICTURE_OR_TABLE = Pattern.compile("(?i).*(figure|table|tabular|scheme|plate|longtabu).*");

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.REFERENCE_UNDEFINED, Rule.LABEL_DUPLICATE, Rule.FLOAT_UNREFERENCED);
    }

    @Override
    public Boolean facts(BlockText text) {
        return Boolean.TRUE;
    }

    @Override
    public void judge(Paper paper, List<Boolean> facts, Findings findings) {
        Structure structure = paper.manuscript().structure();
        Map<String, Label> labels = new HashMap<>();
        for (Label label : structure.labels()) {
            Label earlier = labels.putIfAbsent(label.name(), label);
            if (earlier != null && !earlier.range().equals(label.range()) && isLiteral(label.name())) {
                findings.add(Rule.LABEL_DUPLICATE, label.range(), List.of(), label.name());
            }
        }
        Set<String> referenced = new HashSet<>();
        for (CrossReference reference : structure.references()) {
            referenced.add(reference.name());
        }
        if (isComplete(paper.manuscript())) {
            judgeReferences(paper.manuscript(), labels, findings);
            judgeFloats(paper.manuscript(), labels, referenced, findings);
        }
    }

    private static void judgeReferences(Manuscript manuscript, Map<String, Label> labels, Findings findings) {
        Set<String> names = labels.keySet();
        for (CrossReference reference : manuscript.structure().references()) {
            String name = reference.name();
            boolean known = labels.containsKey(name) || !isLiteral(name) || name.isEmpty();
            if (!known && !isPart(name, names) && !isDefinedOtherwise(manuscript, name)) {
                findings.add(Rule.REFERENCE_UNDEFINED, reference.range(), isWritten(manuscript, reference) ? Nearest.to(name, names) : List.of(), name);
            }
        }
    }

    /** In a Word document a field refers, whose name nobody can replace in the text. */
    private static boolean isWritten(Manuscript manuscript, CrossReference reference) {
        Optional<SourceText> source = manuscript.source(reference.range().unit());
        return source.filter(text -> reference.range().range().of(text.text()).equals(String.valueOf(Prose.PLACEHOLDER))).isEmpty();
    }

    /** A comma is part of a label for some commands, and parts labels for others. */
    private static boolean isPart(String name, Set<String> labels) {
        return labels.stream().anyMatch(label -> label.startsWith(name + ",") || label.endsWith("," + name));
    }

    private static void judgeFloats(
            Manuscript manuscript, Map<String, Label> labels, Set<String> referenced, Findings findings) {
        for (FloatingObject object : manuscript.structure().floats()) {
            boolean missed = PICTURE_OR_TABLE.matcher(object.environment()).matches()
                    && !object.labels().isEmpty()
                    && object.labels().stream().noneMatch(label -> referenced.contains(label) || !isLiteral(label))
                    && object.labels().stream().noneMatch(label -> isMentioned(manuscript, label));
            if (missed) {
                String name = object.labels().getFirst();
                SourceRange place = Optional.ofNullable(labels.get(name)).map(Label::range).orElse(object.range());
                findings.add(Rule.FLOAT_UNREFERENCED, place, List.of(), name);
            }
        }
    }

    /** Not made by a macro from its arguments. */
    private static boolean isLiteral(String name) {
        return name.indexOf('#') < 0 && name.indexOf('\\') < 0;
    }

    private static boolean isComplete(Manuscript manuscript) {
        boolean all = manuscript.structure().inclusions().stream().allMatch(inclusion -> inclusion.file().isPresent());
        return all && manuscript.sources().stream().noneMatch(source -> source.text().contains("\\externaldocument"));
    }

    /** A label as an option of a listing, or of a package that the reader does not know. */
    private static boolean isDefinedOtherwise(Manuscript manuscript, String name) {
        Pattern option = Pattern.compile("label\\s*=\\s*\\{?\\s*" + Pattern.quote(name) + "\\s*[},\\]]|label\\w*\\*?\\{" + Pattern.quote(name) + "\\}");
        for (SourceText source : manuscript.sources()) {
            if (option.matcher(source.text()).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the name stands between braces somewhere besides in its label: a macro of the paper may refer to it. The part behind a
     * colon suffices, since such macros often supply the rest.
     */
    private static boolean isMentioned(Manuscript manuscript, String name) {
        String tail = name.substring(name.indexOf(':') + 1);
        for (SourceText source : manuscript.sources()) {
            String text = source.text();
            for (int at = text.indexOf(tail); at >= 0 && !tail.isEmpty(); at = text.indexOf(tail, at + 1)) {
                boolean whole = text.startsWith(name, at + tail.length() - name.length());
                int start = whole ? at + tail.length() - name.length() : at;
                if (isArgument(text, start, at + tail.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the range is all of an argument, or one of several between commas, of a command that is not a label's. */
    private static boolean isArgument(String text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int behind = end;
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        boolean closed = behind < text.length() && (text.charAt(behind) == '}' || text.charAt(behind) == ',');
        boolean opened = before >= 0 && (text.charAt(before) == '{' || text.charAt(before) == ',' && isInGroup(text, before));
        return opened && closed && !(before >= 5 && text.startsWith("label", before - 5));
    }

    private static boolean isInGroup(String text, int comma) {
        int at = comma;
        while (at >= 0 && "{}\n".indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at >= 0 && text.charAt(at) == '{';
    }
}
