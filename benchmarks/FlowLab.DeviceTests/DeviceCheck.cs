namespace FlowLab.DeviceTests;

/// <summary>One thing that must hold.</summary>
/// <param name="Name">What.</param>
/// <param name="Run">Says what is wrong, or null.</param>
internal sealed record DeviceCheck(string Name, Func<string?> Run);
