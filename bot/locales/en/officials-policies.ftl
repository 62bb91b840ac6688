### Whether people say that it was settled, policy by policy.

policies-said =
    A month after each answer I ask whether the matter is settled. Over all questions so far:
    { $lines }
policy-line = { $topic ->
    [none] Other matters
   *[other] { $topic }
}: asked { $asked } times, settled { $settled }, not settled { $unsettled }
