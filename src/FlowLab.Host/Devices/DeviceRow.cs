namespace FlowLab.Host.Devices;

/// <summary>A device of the machine, for programs that read the list.</summary>
/// <param name="Name">The name for <c>--device</c>.</param>
/// <param name="Kind">cpu, cuda or opencl.</param>
/// <param name="Title">What its maker calls it.</param>
/// <param name="Platform">The OpenCL platform; empty for others.</param>
/// <param name="Multiprocessors">How many it has.</param>
/// <param name="MemoryInBytes">Its memory.</param>
/// <param name="Driver">The accelerator that drives it; empty where none does.</param>
/// <param name="Abilities">What kernels may use.</param>
/// <param name="Reason">Why it, or an accelerator that would come first, is not used; empty if nothing is in the way.</param>
internal sealed record DeviceRow(
    string Name, string Kind, string Title, string Platform, int Multiprocessors, long MemoryInBytes, string Driver, IReadOnlyList<string> Abilities, string Reason);
