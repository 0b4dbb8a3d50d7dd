package org.scholion.ui.latex.internal.assist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * What LaTeX and its well-known packages offer, with a few words on each in the author's language.
 *
 * @param commands names without backslash
 */
record Catalogue(List<Item> commands, List<Item> environments, List<Item> packages, List<Item> classes) {

    /**
     * One name.
     *
     * @param arguments as they are shown and written, such as <code>{numerator}{denominator}</code>
     * @param description what it does
     */
    record Item(String name, String arguments, String description) {}

    Catalogue {
        commands = List.copyOf(commands);
        environments = List.copyOf(environments);
        packages = List.copyOf(packages);
        classes = List.copyOf(classes);
    }

    /** Reads the files of this bundle. */
    static Catalogue load() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Catalogue(
                read("commands", chinese), read("environments", chinese), read("packages", chinese), read("classes", chinese));
    }

    Optional<Item> command(String name) {
        return commands.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    private static List<Item> read(String name, boolean chinese) {
        Bundle bundle = FrameworkUtil.getBundle(Catalogue.class);
        List<Item> items = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FileLocator.openStream(bundle, IPath.fromPortableString("data/" + name + ".txt"), false), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\|", -1);
                    items.add(new Item(parts[0], parts[1], parts[chinese ? 3 : 2]));
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("data/" + name + ".txt of " + bundle.getSymbolicName(), problem);
        }
        return items;
    }
}
