# Both environments: the same plan with what AWS would choose filled in, so that every policy and every container is known. Rights, networks
# and settings are checked on this plan.

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

override_resource {
  target          = module.catalogue.module.key.aws_kms_key.this
  override_during = plan
  values = {
    arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

override_resource {
  target          = module.catalogue.module.workarea.aws_efs_file_system.this
  override_during = plan
  values = {
    arn = "arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-0123456789abcdef0"
    id  = "fs-0123456789abcdef0"
  }
}

override_resource {
  target          = module.catalogue.module.workarea.aws_efs_access_point.work
  override_during = plan
  values = {
    arn = "arn:aws:elasticfilesystem:eu-central-1:111122223333:access-point/fsap-0123456789abcdef0"
    id  = "fsap-0123456789abcdef0"
  }
}

override_resource {
  target          = module.catalogue.module.login.aws_cognito_user_pool.this
  override_during = plan
  values = {
    arn      = "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abcdefghi"
    id       = "eu-central-1_abcdefghi"
    endpoint = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abcdefghi"
  }
}

override_resource {
  target          = module.catalogue.module.login.aws_cognito_user_pool_client.portal
  override_during = plan
  values = {
    id = "abcdefghijklmnopqrstuvwxyz"
  }
}

override_resource {
  target          = module.catalogue.module.network.aws_cloudwatch_log_group.refused
  override_during = plan
  values = {
    arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/mokuroku/network/refused"
  }
}

override_resource {
  target          = module.catalogue.module.network.aws_vpc.this
  override_during = plan
  values = {
    id = "vpc-0123456789abcdef0"
  }
}

override_resource {
  target          = module.catalogue.module.buckets.aws_cloudfront_distribution.images
  override_during = plan
  values = {
    arn         = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE"
    domain_name = "d111111abcdef8.cloudfront.net"
  }
}

override_resource {
  target          = module.catalogue.module.secrets.aws_secretsmanager_secret.this
  override_during = plan
  values = {
    arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:mokuroku/any-AbCdEf"
    id  = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:mokuroku/any-AbCdEf"
  }
}

override_resource {
  target          = module.catalogue.aws_secretsmanager_secret.portal
  override_during = plan
  values = {
    arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:mokuroku/portal-client-AbCdEf"
  }
}

override_resource {
  target          = module.catalogue.module.registry.aws_ecr_repository.this
  override_during = plan
  values = {
    arn            = "arn:aws:ecr:eu-central-1:111122223333:repository/mokuroku/any"
    repository_url = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/mokuroku/any"
  }
}

override_resource {
  target          = module.catalogue.module.cache.aws_elasticache_replication_group.this
  override_during = plan
  values = {
    primary_endpoint_address       = "master.mokuroku.example.cache.amazonaws.com"
    configuration_endpoint_address = "mokuroku.example.cache.amazonaws.com"
  }
}

override_resource {
  target          = module.catalogue.module.notices.aws_sns_topic.this
  override_during = plan
  values = {
    arn = "arn:aws:sns:eu-central-1:111122223333:mokuroku-alarms"
  }
}

override_resource {
  target          = module.catalogue.module.cluster.aws_security_group.tasks
  override_during = plan
  values = {
    id = "sg-0123456789abcdef0"
  }
}

override_resource {
  target          = module.catalogue.module.schedules.aws_iam_role.this
  override_during = plan
  values = {
    arn = "arn:aws:iam::111122223333:role/mokuroku-scheduler"
  }
}

override_resource {
  target          = module.catalogue.module.a2i[0].aws_sagemaker_flow_definition.reviews
  override_during = plan
  values = {
    arn = "arn:aws:sagemaker:eu-central-1:111122223333:flow-definition/mokuroku-reviews-0123456789ab"
  }
}

override_resource {
  target          = module.catalogue.module.a2i[0].aws_cognito_user_pool_client.workers
  override_during = plan
  values = {
    id = "zyxwvutsrqponmlkjihgfedcba"
  }
}

override_resource {
  target          = module.catalogue.module.a2i[0].aws_s3_bucket.answers
  override_during = plan
  values = {
    arn = "arn:aws:s3:::mokuroku-reviews-111122223333-eu-central-1"
  }
}

# an override of all machines at once does not reach them
override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["signoz"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef0" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["clickhouse-1"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef1" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["clickhouse-2"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef2" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["clickhouse-3"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef3" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["keeper-1"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef4" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["keeper-2"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef5" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].module.machine["keeper-3"].aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0123456789abcdef6" }
}

override_resource {
  target          = module.catalogue.module.signoz[0].aws_route53_zone.this
  override_during = plan
  values          = { arn = "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ", zone_id = "Z0123456789ABCDEFGHIJ" }
}

run "known" {
  command = plan

  assert {
    condition     = output.catalogue.search_url == "https://api.example.org"
    error_message = "The API is called api.<domain>."
  }
  assert {
    condition     = output.catalogue.pictures_address == "https://d111111abcdef8.cloudfront.net"
    error_message = "Pictures are shown by CloudFront."
  }
}
