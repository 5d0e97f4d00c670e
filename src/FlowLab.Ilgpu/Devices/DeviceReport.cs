namespace FlowLab.Devices;

/// <summary>A device of the machine: what kernels may use of it, or why none run on it.</summary>
/// <param name="Kind">The kind of device: cpu, opencl, cuda.</param>
/// <param name="Index">The number among the usable devices of the kind; -1 of a refused one.</param>
/// <param name="Name">The name that the device has from its vendor.</param>
/// <param name="Driver">Platform, version and driver, where there are some.</param>
/// <param name="Multiprocessors">Compute units.</param>
/// <param name="MemorySize">The memory in bytes.</param>
/// <param name="Abilities">What kernels may use, and where arithmetic is less exact than C#'s.</param>
/// <param name="Refusal">Why no kernels run on it, or null.</param>
public sealed record DeviceReport(
    string Kind, int Index, string Name, string Driver, int Multiprocessors, long MemorySize, IReadOnlyList<string> Abilities, string? Refusal);
