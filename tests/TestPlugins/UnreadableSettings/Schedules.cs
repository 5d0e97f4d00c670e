using FlowLab.Optimization;
using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace UnreadableSettings;

public sealed class DelegateSettings
{
    public Action? Callback { get; init; }
}

public sealed class PositionalSettings(int value)
{
    public int Value { get; init; } = value;
}

public sealed class ThrowingSettings
{
    public ThrowingSettings() => throw new InvalidOperationException("no defaults today");
}

public sealed class ClashingSettings
{
    public string Type { get; init; } = "";
}

[Schedule("delegate", Summary = "A setting that no manifest can state.")]
public sealed class DelegateSchedule(DelegateSettings settings) : ISchedule
{
    public double Factor(long update, long updates) => settings.Callback is null ? 1 : 0;
}

[Schedule("positional", Summary = "Settings without a parameterless constructor.")]
public sealed class PositionalSchedule(PositionalSettings settings) : ISchedule
{
    public double Factor(long update, long updates) => settings.Value;
}

[Schedule("throwing-settings", Summary = "Settings whose constructor throws.")]
public sealed class ThrowingSchedule(ThrowingSettings settings) : ISchedule
{
    public double Factor(long update, long updates) => settings is null ? 1 : 0;
}

[Schedule("clashing", Summary = "A setting named as a key of the manifest.")]
public sealed class ClashingSchedule(ClashingSettings settings) : ISchedule
{
    public double Factor(long update, long updates) => settings.Type.Length;
}

[Schedule("readable", Summary = "Nothing wrong here: it loads beside the others.")]
public sealed class ReadableSchedule : ISchedule
{
    public double Factor(long update, long updates) => 1;
}
