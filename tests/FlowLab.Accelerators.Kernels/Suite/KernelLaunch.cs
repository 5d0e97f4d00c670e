namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Launches a loaded kernel; the result is the reason why the target does not, or null.</summary>
internal delegate string? KernelLaunch(in LaunchDimensions dimensions, object[] arguments);
