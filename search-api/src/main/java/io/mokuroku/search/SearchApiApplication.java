package io.mokuroku.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Indexes the catalogue and answers questions about it.
 */
@SpringBootApplication
public class SearchApiApplication {

	/** Starts the service. */
	public static void main(String[] args) {
		SpringApplication.run(SearchApiApplication.class, args);
	}

}
