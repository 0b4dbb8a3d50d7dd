package org.scholion.inference.internal.pool;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the machine, or the container in which this runs, has. */
final class Machine {

    private static final long FALLBACK_BYTES = 4L << 30;
    private static final int MOST_PROCESSORS = 4096;

    private final Path sys;
    private final int processors;

    /**
     * A machine as the kernel describes it.
     *
     * @param sys where Linux describes itself, {@code /sys}
     * @param processors that this process may use
     */
    Machine(Path sys, int processors) {
        this.sys = sys;
        this.processors = processors;
    }

    static Machine standard() {
        return new Machine(Path.of("/sys"), Runtime.getRuntime().availableProcessors());
    }

    /** The memory in bytes; the limit of the container, where there is one. */
    long memoryBytes() {
        try {
            // the Java runtime looks at the limits of containers
            Object bytes = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "TotalMemorySize");
            return bytes instanceof Long number && number > 0 ? number : FALLBACK_BYTES;
        } catch (JMException unknown) {
            return FALLBACK_BYTES;
        }
    }

    /**
     * How many threads make a model fastest: one for each core, without the small ones of processors that have two kinds, and no more than
     * this process may use.
     */
    int threadCount() {
        BitSet fast = cpuList(sys.resolve("devices/cpu_core/cpus"));
        Set<String> cores = new HashSet<>();
        for (Path cpu : children(sys.resolve("devices/system/cpu"), "cpu[0-9]*")) {
            int number = Integer.parseInt(cpu.getFileName().toString().substring(3));
            Optional<String> siblings = text(cpu.resolve("topology/thread_siblings_list"));
            if (siblings.isPresent() && (fast.isEmpty() || fast.get(number))) {
                cores.add(siblings.get());
            }
        }
        return Math.max(1, cores.isEmpty() ? processors : Math.min(processors, cores.size()));
    }

    /** Whether it runs on a battery now; false when that is unknown. */
    boolean onBattery() {
        boolean discharging = false;
        for (Path supply : children(sys.resolve("class/power_supply"), "*")) {
            String type = text(supply.resolve("type")).orElse("");
            if (type.equals("Mains") && text(supply.resolve("online")).orElse("").equals("1")) {
                return false;
            }
            // mice and keyboards have batteries too
            boolean ofMachine = !text(supply.resolve("scope")).orElse("").equals("Device");
            discharging |= type.equals("Battery") && ofMachine && text(supply.resolve("status")).orElse("").equals("Discharging");
        }
        return discharging;
    }

    /** Such as {@code 0-7,16}. */
    private static BitSet cpuList(Path file) {
        BitSet cpus = new BitSet();
        for (String range : text(file).orElse("").split(",")) {
            if (range.matches("\\d{1,4}(-\\d{1,4})?")) {
                String[] ends = range.split("-");
                int last = Integer.parseInt(ends[ends.length - 1]);
                cpus.set(Math.min(Integer.parseInt(ends[0]), last), Math.min(MOST_PROCESSORS, last + 1));
            }
        }
        return cpus;
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder, String pattern) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
                stream.forEach(children::add);
            } catch (IOException | DirectoryIteratorException unreadable) {
                children.clear();
            }
        }
        return pattern.equals("*") ? children : children.stream().filter(path -> path.getFileName().toString().matches("cpu\\d{1,4}")).toList();
    }
}
