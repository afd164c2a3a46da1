package io.mokuroku.sync;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.mokuroku.sync.snapshot.Surroundings;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the service from its doors, with a bucket in a folder and tokens whose text
 * is their scope. All such tests share one service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "mokuroku.snapshots.settle=50ms", "mokuroku.snapshots.attempts=1",
		"mokuroku.sync.local-files=true", "mokuroku.sync.enrichments-per-run=3", "mokuroku.sync.weekly.enabled=false",
		"mokuroku.jobs.look-every=100ms" })
@AutoConfigureMockMvc
@Import(Surroundings.class)
public @interface ServiceTest {

}
