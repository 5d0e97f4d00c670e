using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>The IR of a kernel, value by value.</summary>
internal sealed class InterpreterTarget(string name, Accelerator accelerator, Func<KernelEntry, IRKernel> compile) : KernelTarget(name, accelerator)
{
    protected override KernelLaunch Load(KernelEntry entry)
    {
        var kernel = compile(entry);
        IRVerifier.Verify(kernel);
        return (in LaunchDimensions dimensions, object[] arguments) =>
        {
            var interpreter = new IRInterpreter(kernel, arguments);
            if (dimensions.IsGrouped)
                interpreter.RunGroups(dimensions.Grid, dimensions.Group, Accelerator.WarpSize, dimensions.DynamicSharedSize);
            else
                interpreter.RunAll((int)dimensions.X, (int)dimensions.Y, (int)dimensions.Z);
            return null;
        };
    }
}
