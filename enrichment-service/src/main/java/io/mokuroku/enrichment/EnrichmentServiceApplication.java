package io.mokuroku.enrichment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class EnrichmentServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(EnrichmentServiceApplication.class, args);
	}

}
