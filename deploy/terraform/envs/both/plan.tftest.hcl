# The provider as it is, without network and account: it writes real policies and knows which arguments go together.
# Tags are checked on this plan.

override_data {
  target = module.catalogue.module.names.data.aws_caller_identity.this
  values = { account_id = "111122223333" }
}

override_data {
  target = module.catalogue.module.secrets.data.aws_secretsmanager_random_password.this
  values = { random_password = "0123456789012345678901234567890123456789012345678901234567890123" }
}

# with a definition that is known it asks AWS whether that is valid
override_resource {
  target          = module.catalogue.module.workflow.aws_sfn_state_machine.this
  override_during = plan
  values          = { arn = "arn:aws:states:eu-central-1:111122223333:stateMachine:mokuroku-enrichment" }
}

run "plan" {
  command = plan

  assert {
    condition     = length(output.catalogue.queue_urls) > 10
    error_message = "The plan has no queues."
  }
}
