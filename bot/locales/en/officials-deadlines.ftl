### Promises to askers: reminding officials, one message a morning, answered in person.

day-off = { $why ->
    [saturday] Saturday
    [sunday] Sunday
    [in_lieu] in lieu of { $name }
    [closed] the office is closed that day
   *[holiday] { $name }
}
