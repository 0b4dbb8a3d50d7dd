package org.scholion.inference.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    Path sys = Path.of("");

    @Test
    void twoThreadsOfOneCoreCountOnce() throws IOException {
        for (int cpu = 0; cpu < 4; cpu++) {
            write("devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list", cpu / 2 * 2 + "-" + (cpu / 2 * 2 + 1));
        }
        assertEquals(2, new Machine(sys, 4).threadCount());
    }

    @Test
    void smallCoresAreLeftOut() throws IOException {
        write("devices/cpu_core/cpus", "0-1");
        for (int cpu = 0; cpu < 6; cpu++) {
            write("devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list", String.valueOf(cpu));
        }
        assertEquals(2, new Machine(sys, 6).threadCount());
    }

    @Test
    void theLimitOfAContainerCounts() throws IOException {
        for (int cpu = 0; cpu < 16; cpu++) {
            write("devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list", String.valueOf(cpu));
        }
        assertEquals(2, new Machine(sys, 2).threadCount());
    }

    @Test
    void withoutADescriptionEachProcessorCounts() {
        assertEquals(3, new Machine(sys.resolve("none"), 3).threadCount());
        assertFalse(new Machine(sys.resolve("none"), 3).onBattery());
    }

    @Test
    void aPluggedMachineIsNotOnBattery() throws IOException {
        write("class/power_supply/BAT0/type", "Battery");
        write("class/power_supply/BAT0/status", "Discharging");
        assertTrue(new Machine(sys, 1).onBattery());
        write("class/power_supply/AC/type", "Mains");
        write("class/power_supply/AC/online", "1");
        assertFalse(new Machine(sys, 1).onBattery());
    }

    @Test
    void theBatteryOfAMouseDoesNotCount() throws IOException {
        write("class/power_supply/mouse/type", "Battery");
        write("class/power_supply/mouse/scope", "Device");
        write("class/power_supply/mouse/status", "Discharging");
        assertFalse(new Machine(sys, 1).onBattery());
    }

    @Test
    void theMachineHasMemory() {
        assertTrue(Machine.standard().memoryBytes() > 100 << 20);
    }

    private void write(String file, String text) throws IOException {
        Path path = sys.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
