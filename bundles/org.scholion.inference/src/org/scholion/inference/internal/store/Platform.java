package org.scholion.inference.internal.store;

import java.util.Locale;

/** The name of this machine's sort in the names of native libraries. */
final class Platform {

    private Platform() {}

    /** Such as {@code linux-x64}, {@code win-x64}, {@code osx-aarch64}. */
    static String name() {
        return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static String name(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String first = lower.startsWith("windows") ? "win" : lower.startsWith("mac") ? "osx" : "linux";
        String second = processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor.equals("arm64") ? "aarch64" : processor;
        return first + '-' + second;
    }
}
