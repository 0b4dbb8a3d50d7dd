package org.scholion.library.internal.jabref;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Comment;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.PlainValue;

/**
 * The tree of groups that JabRef keeps in a comment. An entry is in a group by its field {@code groups}, by its key in the tree (before JabRef 3.8), or
 * by a keyword. Groups of searches and those that JabRef makes of every keyword are left out.
 */
public final class JabRefGroups {

    private static final Pattern META = Pattern.compile("(?s)\\s*jabref-meta:\\s*(?:grouping|groupstree):(.*)");
    private static final int MOST_GROUPS = 10_000;
    private static final int DEEPEST = 100;

    /** The paths of the static groups by their names. */
    private final Map<String, Set<String>> byName = new HashMap<>();

    private final Map<String, Set<String>> byKey = new HashMap<>();
    private final List<ByKeyword> byKeyword = new ArrayList<>();

    /** @param words whether the word may stand anywhere in the field, not only between separators */
    private record ByKeyword(String path, String field, String keyword, boolean caseSensitive, boolean words) {}

    private JabRefGroups() {}

    /** The groups of a file; one that JabRef has not seen has none. */
    public static JabRefGroups of(BibtexFile file) {
        JabRefGroups groups = new JabRefGroups();
        for (BibtexElement element : file.elements()) {
            if (element instanceof Comment comment) {
                Matcher meta = META.matcher(comment.content().of(file.text()));
                if (meta.matches()) {
                    groups.read(meta.group(1));
                }
            }
        }
        return groups;
    }

    /** The paths of the groups that an entry is in. */
    public List<String> groups(String key, Map<String, String> values) {
        Set<String> paths = new LinkedHashSet<>();
        for (String name : values.getOrDefault("groups", "").split(",")) {
            if (!name.isBlank()) {
                paths.addAll(byName.getOrDefault(name.strip(), Set.of(PlainValue.of(name))));
            }
        }
        paths.addAll(byKey.getOrDefault(key, Set.of()));
        for (ByKeyword group : byKeyword) {
            if (matches(group, values.getOrDefault(group.field(), ""))) {
                paths.add(group.path());
            }
        }
        return List.copyOf(paths);
    }

    private static boolean matches(ByKeyword group, String value) {
        if (value.isEmpty()) {
            return false;
        }
        for (String part : value.split("[,;]")) {
            String one = part.strip();
            if (group.caseSensitive() ? one.equals(group.keyword()) : one.equalsIgnoreCase(group.keyword())) {
                return true;
            }
        }
        int flags = group.caseSensitive() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return group.words()
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(group.keyword()) + "(?![\\p{L}\\p{N}])", flags).matcher(value).find();
    }

    private void read(String tree) {
        List<String> path = new ArrayList<>();
        int count = 0;
        for (String line : split(tree.replaceAll("[\r\n]+", ""))) {
            String group = line.strip();
            int space = group.indexOf(' ');
            int colon = group.indexOf(':');
            if (space <= 0 || colon < space || !group.substring(0, space).matches("\\d{1,3}") || ++count > MOST_GROUPS) {
                continue;
            }
            int depth = Math.min(Integer.parseInt(group.substring(0, space)), DEEPEST);
            List<String> parts = split(unquoted(group.substring(colon + 1)));
            String name = parts.isEmpty() ? "" : PlainValue.of(unquoted(parts.getFirst()));
            // the root has no name
            while (path.size() >= Math.max(depth, 1)) {
                path.removeLast();
            }
            if (depth == 0) {
                continue;
            }
            while (path.size() < depth - 1) {
                path.add("");
            }
            path.add(name);
            take(group.substring(space + 1, colon), parts.stream().map(JabRefGroups::unquoted).toList(), joined(path));
        }
    }

    private static String joined(List<String> path) {
        return String.join("/", path.stream().filter(name -> !name.isEmpty()).toList());
    }

    private void take(String type, List<String> parts, String path) {
        if (parts.isEmpty() || path.isEmpty()) {
            return;
        }
        switch (type) {
            case "StaticGroup" -> byName.computeIfAbsent(parts.getFirst().strip(), name -> new LinkedHashSet<>()).add(path);
            case "ExplicitGroup" -> {
                byName.computeIfAbsent(parts.getFirst().strip(), name -> new LinkedHashSet<>()).add(path);
                for (String key : parts.subList(Math.min(2, parts.size()), parts.size())) {
                    byKey.computeIfAbsent(key.strip(), name -> new LinkedHashSet<>()).add(path);
                }
            }
            case "KeywordGroup" -> {
                // name, context, field, words, case, expression
                if (parts.size() >= 6 && !parts.get(3).isBlank() && !parts.get(5).equals("1")) {
                    String field = parts.get(2).strip().toLowerCase(Locale.ROOT);
                    boolean list = field.equals("keywords") || field.equals("groups");
                    byKeyword.add(new ByKeyword(path, field, parts.get(3).strip(), parts.get(4).equals("1"), !list));
                }
            }
            default -> {
                // a search, or groups that are no more than the keywords
            }
        }
    }

    /** Splits at semicolons that have no backslash before them; the backslashes stay. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return plain.toString();
    }
}
