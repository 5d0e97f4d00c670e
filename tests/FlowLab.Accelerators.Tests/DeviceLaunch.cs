using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests;

/// <summary>Loads and launches a kernel whose arguments are only known at run time, by ILGPU's public ways.</summary>
internal static class DeviceLaunch
{
    internal static void Run(Accelerator accelerator, KernelEntry entry, LaunchDimensions dimensions, params object[] arguments)
    {
        var kernel = Load(accelerator, entry);
        object[] all = [kernel, accelerator.DefaultStream, dimensions.ToArgument(entry.IndexType), .. arguments];
        kernel.Launcher!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, all, null);
        accelerator.Synchronize();
    }

    private static Kernel Load(Accelerator accelerator, KernelEntry entry)
    {
        if (entry.IsGrouped)
            return accelerator.LoadKernel(entry.Method, entry.Specialization);
        return entry.GroupSize > 0 ? accelerator.LoadImplicitlyGroupedKernel(entry.Method, entry.GroupSize) : accelerator.LoadAutoGroupedKernel(entry.Method);
    }
}
