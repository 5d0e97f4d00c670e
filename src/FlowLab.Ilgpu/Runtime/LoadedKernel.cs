namespace ILGPU.Runtime;

/// <summary>The launchers of a method that was launched without being loaded first; one per way to number its instances.</summary>
internal sealed class LoadedKernel
{
    private readonly Lock _lock = new();
    private object? _grouped;
    private object? _indexed;

    /// <summary>The launcher; null before <see cref="Load"/>.</summary>
    internal KernelLauncher<TArguments>? Find<TArguments>(bool isGrouped)
        where TArguments : struct =>
        Volatile.Read(ref isGrouped ? ref _grouped : ref _indexed) as KernelLauncher<TArguments>;

    internal KernelLauncher<TArguments> Load<TArguments>(Accelerator accelerator, KernelEntry entry)
        where TArguments : struct
    {
        lock (_lock)
        {
            var launcher = Find<TArguments>(entry.IsGrouped) ?? accelerator.Load<TArguments>(entry);
            Volatile.Write(ref entry.IsGrouped ? ref _grouped : ref _indexed, launcher);
            return launcher;
        }
    }
}
