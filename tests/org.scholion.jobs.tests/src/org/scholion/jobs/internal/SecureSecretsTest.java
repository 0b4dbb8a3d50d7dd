package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;

class SecureSecretsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsKeptComesBackUntilItIsForgotten() throws Exception {
        ISecurePreferences storage = SecurePreferencesFactory.open(
                folder.resolve("storage").toUri().toURL(),
                Map.of(
                        IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("test".toCharArray()),
                        IProviderHints.PROMPT_USER, Boolean.FALSE));
        SecureSecrets secrets = new SecureSecrets(() -> storage, Map.of());
        assertEquals(Optional.empty(), secrets.find("lab/server"));
        secrets.keep("lab/server", "one");
        secrets.keep("lab/server", "two");
        assertEquals(Optional.of("two"), secrets.find("lab/server"));
        secrets.forget("lab/server");
        assertEquals(Optional.empty(), secrets.find("lab/server"));
    }

    @Test
    void theEnvironmentStandsAbove() throws Exception {
        SecureSecrets secrets = new SecureSecrets(() -> null, Map.of("SCHOLION_KEY_LAB_SERVER_1", "abc"));
        assertEquals(Optional.of("abc"), secrets.find("lab-server.1"));
    }

    @Test
    void withoutAStorageTheVariableIsNamed() {
        SecureSecrets none = new SecureSecrets(() -> null, Map.of());
        SecureSecrets broken = new SecureSecrets(() -> {
            throw new IOException("no");
        }, Map.of());
        for (SecureSecrets secrets : new SecureSecrets[] {none, broken}) {
            String message = assertThrows(ModelException.class, () -> secrets.find("lab")).getMessage();
            assertTrue(message.contains("SCHOLION_KEY_LAB"), message);
            assertThrows(ModelException.class, () -> secrets.keep("lab", "x"));
            assertThrows(ModelException.class, () -> secrets.forget("lab"));
        }
    }
}
