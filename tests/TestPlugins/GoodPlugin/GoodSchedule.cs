using FlowLab.Optimization;
using FlowLab.Plugins;

namespace GoodPlugin;

/// <summary>Its factor shows what reached it: 100 x version of the dependency + 10 x number in order built + scale.</summary>
[Schedule("good", Summary = "Works.", Source = "Test, 2026")]
public sealed class GoodSchedule(GoodSettings settings, Counter counter) : ISchedule
{
    private readonly int _number = counter.Next();

    public double Factor(long update, long updates) => 100 * TestDependency.Dependency.Version + 10 * _number + settings.Scale;
}
