using FlowLab.Networks;
using FlowLab.Optimization;
using FlowLab.Plugins;

namespace GoodPlugin;

/// <summary>Asks for a setting without default, and for a service of the host.</summary>
[Schedule("demanding", Summary = "Needs a rate and a network factory.")]
public sealed class DemandingSchedule(DemandingSettings settings, INetworkFactory networks) : ISchedule
{
    public double Factor(long update, long updates) => networks is null ? 0 : settings.Rate;
}
