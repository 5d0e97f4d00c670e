using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The programs of a loaded kernel: one, or one per set of specialised values that it is launched with.</summary>
internal sealed unsafe class OpenClSpecializations
{
    private readonly Lock _lock = new();
    private readonly OpenCl12Accelerator _accelerator;
    private readonly KernelEntry _entry;
    private readonly SpecializedSlots _slots;
    private (SpecializedArguments Values, OpenClLauncher Launcher)[] _known = [];

    /// <exception cref="KernelRefusedException">The method does what the device does not.</exception>
    internal OpenClSpecializations(OpenCl12Accelerator accelerator, KernelEntry entry)
    {
        (_accelerator, _entry, _slots) = (accelerator, entry, new(entry));
        if (!entry.IsProvisional)
            Only = new(accelerator, entry);
    }

    /// <summary>That of a kernel without specialised values.</summary>
    internal OpenClLauncher? Only { get; }

    internal OpenClLauncher For(long* arguments) => Only ?? Find(arguments) ?? Add(arguments);

    private OpenClLauncher? Find(long* arguments)
    {
        foreach (var (values, launcher) in Volatile.Read(ref _known))
        {
            if (_slots.Are(values, arguments))
                return launcher;
        }

        return null;
    }

    private OpenClLauncher Add(long* arguments)
    {
        lock (_lock)
        {
            if (Find(arguments) is { } known)
                return known;
            var values = _slots.Read(arguments);
            var launcher = new OpenClLauncher(_accelerator, _entry with { Values = values });
            Volatile.Write(ref _known, [.. _known, (values, launcher)]);
            return launcher;
        }
    }
}
