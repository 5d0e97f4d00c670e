using FlowLab.Accelerators.Frontend;
namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Something that runs kernels: a backend on a device, or an executable definition of what a kernel means.</summary>
internal abstract class KernelTarget(string name, Accelerator accelerator)
{
    internal string Name { get; } = name;

    /// <summary>Where the buffers are.</summary>
    internal Accelerator Accelerator { get; } = accelerator;

    /// <summary>How many kernels it ran so far.</summary>
    internal int KernelsRun { get; private set; }

    /// <summary>How many kernels it said it does not run.</summary>
    internal int KernelsRefused { get; private set; }

    /// <summary>Whether the target may say of a kernel that it does not run it, for a reason such as a missing type of numbers.</summary>
    internal virtual bool MayRefuse(string reason) => false;

    /// <summary>Runs all launches of a kernel.</summary>
    internal KernelRun Run(KernelCase kernel)
    {
        var outputs = new List<IReadOnlyList<KernelOutput>>();
        var loaded = Load(kernel.Entry);
        foreach (var launch in kernel.Launches)
        {
            using var buffers = new KernelBuffers(Accelerator);
            if (loaded(launch, buffers.ArgumentsOf(kernel.Entry)) is { } refusal)
            {
                KernelsRefused++;
                return new([], refusal);
            }

            outputs.Add(buffers.Read());
        }

        KernelsRun++;
        return new(outputs, null);
    }

    public override string ToString() => Name;

    internal KernelLaunch LaunchOf(KernelEntry entry) => Load(entry);

    /// <summary>Compiles a kernel. What it returns launches it, and says why where the target does not run it.</summary>
    protected abstract KernelLaunch Load(KernelEntry entry);
}
