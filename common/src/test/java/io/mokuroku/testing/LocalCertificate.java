package io.mokuroku.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of this machine for a test, signed by itself, and its key, as PEM files.
 *
 * @param chain the file of the certificate
 * @param key the file of the private key
 */
public record LocalCertificate(Path chain, Path key) {

	private static final char[] PASSWORD = "only-for-a-test".toCharArray();

	/**
	 * Makes one for 127.0.0.1 that is valid for a day.
	 * @param folder where its files are put
	 */
	public static LocalCertificate make(Path folder) {
		try {
			Path store = folder.resolve("server.p12");
			Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", "server", "-dname",
					"CN=cache of a test", "-ext", "san=ip:127.0.0.1", "-validity", "1", "-storetype", "PKCS12",
					"-storepass", new String(PASSWORD), "-keystore", store.toString())
				.redirectErrorStream(true)
				.start();
			String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (tool.waitFor() != 0) {
				throw new IllegalStateException("keytool: " + said);
			}
			KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
			return new LocalCertificate(
					write(folder.resolve("server.crt"), "CERTIFICATE", made.getCertificate("server").getEncoded()),
					write(folder.resolve("server.key"), "PRIVATE KEY", made.getKey("server", PASSWORD).getEncoded()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Path write(Path file, String what, byte[] content) throws IOException {
		return Files.writeString(file,
				"-----BEGIN " + what + "-----\n"
						+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content) + "\n-----END " + what
						+ "-----\n");
	}

}
