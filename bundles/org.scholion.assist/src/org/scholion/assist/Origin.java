package org.scholion.assist;

/**
 * Who says so.
 *
 * @param name of a rule set or model, such as {@code LanguageTool} or {@code Scholion}
 * @param version of it
 */
public record Origin(String name, String version) {
    @Override
    public String toString() {
        return name + " " + version;
    }
}
