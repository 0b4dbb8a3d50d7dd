package org.scholion.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** Pictures of the screen, kept as PNG files. */
final class Screenshots {

    private static final String FOLDER = "scholion.screenshots";

    private Screenshots() {}

    static void take(String name) {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty()) {
            return;
        }
        Ui.run(() -> {
            Display display = Ui.display();
            for (int turns = 0; turns < 200 && display.readAndDispatch(); turns++) {
                display.update();
            }
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
