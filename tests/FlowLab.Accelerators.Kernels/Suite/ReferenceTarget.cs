using System.Reflection;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>
/// The definition of what a kernel means: its C# method in a plain loop, and for kernels that know their group, or have memory of their own,
/// what ILGPU's CPU accelerator makes of them; where that differs from devices, the IR of the frontend.
/// </summary>
internal sealed class ReferenceTarget(Accelerator accelerator) : KernelTarget($"reference of warps of {accelerator.WarpSize}", accelerator)
{
    private readonly AcceleratorTarget _emulated = new("ILGPU's CPU accelerator", accelerator);
    private readonly InterpreterTarget _interpreted = new("the IR of the frontend", accelerator, entry => KernelFrontend.Build(entry));

    protected override KernelLaunch Load(KernelEntry entry)
    {
        if (entry.Method.IsDefined(typeof(EmulatorDiffersAttribute), inherit: false))
            return _interpreted.LaunchOf(entry);
        return entry.IsGrouped || KernelTraits.Of(entry).Allocates
            ? _emulated.LaunchOf(entry)
            : (in LaunchDimensions dimensions, object[] arguments) => Loop(entry, in dimensions, arguments);
    }

    private static string? Loop(KernelEntry entry, in LaunchDimensions dimensions, object[] arguments)
    {
        var invoker = MethodInvoker.Create(entry.Method);
        object?[] all = [null, .. arguments];
        for (var z = 0; z < dimensions.Z; z++)
        {
            for (var y = 0; y < dimensions.Y; y++)
            {
                for (var x = 0; x < dimensions.X; x++)
                {
                    all[0] = LaunchArguments.IndexOf(entry.IndexType!, x, y, z);
                    invoker.Invoke(null, all.AsSpan());
                }
            }
        }

        return null;
    }
}
