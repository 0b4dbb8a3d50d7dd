package org.scholion.inference.internal.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Device;
import org.scholion.inference.ModelException;
import org.scholion.inference.store.ModelSettings;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.system.UserFolders;

/** Settings in {@code models.properties} of the user's settings folder. */
public final class SettingsFile implements ModelSettingsStore {

    /** Names the mirror, above what the file says. */
    static final String MIRROR_VARIABLE = "SCHOLION_MODELS_MIRROR";

    private static final String FILE = "models.properties";
    private static final String MIRROR = "mirror";
    private static final String CATALOGUES = "catalogues";
    private static final String MEMORY = "memoryMiB";
    private static final String IDLE = "idleMinutes";
    private static final String DEVICE = "device";
    private static final String THREADS = "threads";
    private static final String PREFERRED = "preferred.";
    private static final int MIB_SHIFT = 20;

    private final Path file;
    private final Map<String, String> environment;

    public SettingsFile() {
        this(UserFolders.standard().settings().resolve(FILE), System.getenv());
    }

    SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public synchronized ModelSettings current() {
        ModelSettings kept = parse(properties());
        String mirror = environment.getOrDefault(MIRROR_VARIABLE, "");
        return mirror.isBlank() ? kept : kept.withPlaces(mirror(mirror), kept.catalogues());
    }

    @Override
    public synchronized void store(ModelSettings settings) throws ModelException {
        Properties properties = new Properties();
        Map<String, String> values = new TreeMap<>();
        if (environment.getOrDefault(MIRROR_VARIABLE, "").isBlank()) {
            settings.mirror().ifPresent(mirror -> values.put(MIRROR, mirror.toString()));
        } else {
            // the environment's mirror is not the file's
            Optional.ofNullable(properties().getProperty(MIRROR)).ifPresent(mirror -> values.put(MIRROR, mirror));
        }
        if (!settings.catalogues().isEmpty()) {
            values.put(CATALOGUES, String.join(" ", settings.catalogues().stream().map(SettingsFile::escape).toList()));
        }
        settings.memoryBudgetBytes().ifPresent(bytes -> values.put(MEMORY, Long.toString(Math.max(1, bytes >> MIB_SHIFT))));
        if (settings.idleMinutes() != ModelSettings.DEFAULT.idleMinutes()) {
            values.put(IDLE, Integer.toString(settings.idleMinutes()));
        }
        settings.device().ifPresent(device -> values.put(DEVICE, device.name().toLowerCase(Locale.ROOT)));
        settings.threadCount().ifPresent(count -> values.put(THREADS, Integer.toString(count)));
        settings.preferred().forEach((key, id) -> values.put(PREFERRED + key, id));
        properties.putAll(values);
        write(properties);
    }

    private void write(Properties properties) throws ModelException {
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            // without the date, so that equal settings are equal files
            String lines = text.toString().lines().filter(line -> !line.startsWith("#")).sorted().reduce("", (all, line) -> all + line + '\n');
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
            Files.writeString(beside, lines);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ModelException(NLS.bind(Messages.settings_notWritten, file, e.getMessage()), e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                // counts as empty, as a value that makes no sense counts as its default
                properties.clear();
            }
        }
        return properties;
    }

    private static ModelSettings parse(Properties properties) {
        Map<String, String> preferred = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFERRED)) {
                preferred.put(key.substring(PREFERRED.length()), properties.getProperty(key).strip());
            }
        }
        List<String> catalogues = new ArrayList<>();
        for (String catalogue : properties.getProperty(CATALOGUES, "").split("\\s+")) {
            if (!catalogue.isBlank()) {
                catalogues.add(catalogue.replace("%20", " "));
            }
        }
        long memory = number(properties, MEMORY, 1 << MIB_SHIFT);
        long threads = number(properties, THREADS, 1024);
        long idle = number(properties, IDLE, 1440);
        String device = properties.getProperty(DEVICE, "").strip();
        return new ModelSettings(
                mirror(properties.getProperty(MIRROR, "")),
                catalogues,
                memory == 0 ? OptionalLong.empty() : OptionalLong.of(memory << MIB_SHIFT),
                idle == 0 ? ModelSettings.DEFAULT.idleMinutes() : (int) idle,
                Stream.of(Device.Kind.values()).filter(kind -> kind.name().equalsIgnoreCase(device)).findFirst(),
                threads == 0 ? OptionalInt.empty() : OptionalInt.of((int) threads),
                preferred);
    }

    /** A whole number from 1 to {@code most}, or 0. */
    private static long number(Properties properties, String key, int most) {
        String text = properties.getProperty(key, "").strip();
        return text.matches("\\d{1,9}") ? Math.min(most, Long.parseLong(text)) : 0;
    }

    private static Optional<URI> mirror(String text) {
        String address = text.strip();
        if (!address.matches("https?://[^\\s]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(address.endsWith("/") ? address : address + '/'));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String escape(String catalogue) {
        return catalogue.replace(" ", "%20");
    }
}
