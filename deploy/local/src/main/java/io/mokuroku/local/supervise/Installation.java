package io.mokuroku.local.supervise;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.mokuroku.local.Refusal;

/**
 * The checkout this command belongs to and the Java it runs on.
 *
 * @param root the directory of the checkout
 * @param java the java program children are started with
 * @param classPath where the classes of the local cloud are
 */
public record Installation(Path root, Path java, String classPath) {

	/**
	 * The installation this very process was started from.
	 * @return the installation
	 */
	public static Installation current() {
		try {
			Path code = Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			Path root = code.resolve("../../../..").normalize();
			Path program = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
			return new Installation(root, program, System.getProperty("java.class.path"));
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static boolean isWindows() {
		return System.getProperty("os.name").startsWith("Windows");
	}

	/**
	 * The input of a process that has none.
	 */
	static File nothing() {
		return new File(isWindows() ? "NUL" : "/dev/null");
	}

	/**
	 * The runnable jar of a service.
	 */
	Path serviceJar(String module) {
		Path jar = this.root.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT.jar");
		if (!Files.isRegularFile(jar)) {
			throw new Refusal(module + " is not built: run \"mvn -DskipTests package\" in " + this.root + " first.");
		}
		return jar;
	}

}
