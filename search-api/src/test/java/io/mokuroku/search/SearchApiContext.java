package io.mokuroku.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.mokuroku.search.export.ExportBucket;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/**
 * The whole service without an embedding model, started once for all tests of its routes.
 */
@SpringBootTest(properties = { "mokuroku.embed.enabled=false", "mokuroku.index.linger=0ms" })
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public abstract class SearchApiContext {

	private static final Path FOLDER = folder();

	@DynamicPropertySource
	static void useTheFolder(DynamicPropertyRegistry properties) {
		properties.add("mokuroku.index.dir", () -> FOLDER);
		System.setProperty("aws.endpointUrlS3", ExportBucket.open("mokuroku-exports"));
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory(Path.of("target"), "search-api");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
