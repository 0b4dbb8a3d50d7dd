package org.scholion.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** Pictures of the screen, kept as PNG files. */
final class Screenshots {

    private static final String FOLDER = "scholion.screenshots";

    private static final int PAINTING_MILLIS = 200;

    private Screenshots() {}

    /** Lets the user interface paint what it has to. */
    private static void settle() {
        AtomicBoolean painted = new AtomicBoolean();
        Ui.run(() -> Ui.display().timerExec(PAINTING_MILLIS, () -> painted.set(true)));
        Ui.waitUntil(painted::get, "the screen is painted", Ui.PATIENCE);
    }

    static void take(String name) {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty()) {
            return;
        }
        settle();
        Ui.run(() -> {
            Display display = Ui.display();
            Image image = new Image(display, display.getBounds().width, display.getBounds().height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            try {
                Files.createDirectories(Path.of(folder));
            } catch (IOException e) {
                throw new BotException("cannot make " + folder, e);
            }
            loader.save(Path.of(folder, name + ".png").toString(), SWT.IMAGE_PNG);
        });
    }
}
