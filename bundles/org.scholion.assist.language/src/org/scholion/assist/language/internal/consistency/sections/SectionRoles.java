package org.scholion.assist.language.internal.consistency.sections;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells from a heading what its section is for. The headings stand in {@code section-roles.tsv}: those of the IMRaD form (introduction,
 * methods, results and discussion, ANSI Z39.16) and their variants in reports on experiments and systems.
 */
final class SectionRoles {

    private static final Pattern NUMBER = Pattern.compile("^(?:[\\divx]+(?:\\.\\d+)*|[a-z])[.:)]?\\s+(?=\\S)|^(?:[ivx]+|[a-z\\d])[.:)]\\s*");
    private static final Pattern END = Pattern.compile("[\\s.:]+$");
    private static final Map<String, SectionRole> ROLES = read();

    private SectionRoles() {}

    /** @param heading as a reader sees it, with its number or without */
    static Optional<SectionRole> of(String heading) {
        String plain = END.matcher(heading.strip().toLowerCase(Locale.ROOT).replace('\u00A0', ' ').replaceAll("\\s+", " ")).replaceAll("");
        String unnumbered = NUMBER.matcher(plain).replaceFirst("");
        SectionRole role = ROLES.get(plain);
        return Optional.ofNullable(role == null ? ROLES.get(unnumbered.replace("&", "and")) : role);
    }

    private static Map<String, SectionRole> read() {
        Map<String, SectionRole> roles = new HashMap<>();
        for (List<String> line : Tables.read("section-roles.tsv")) {
            roles.put(line.get(1), SectionRole.valueOf(line.get(0).toUpperCase(Locale.ROOT)));
        }
        return Map.copyOf(roles);
    }
}
