using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Watching;

/// <summary>What is done with each build of the plugins. Nothing of it throws.</summary>
internal interface IWatchedWork
{
    /// <summary>Everything that can be refused is asked before the old run is given up: plugins, manifest, constructors. Says what is wrong.</summary>
    /// <returns>What to run; null if something is wrong.</returns>
    ExperimentPlan? Prepare(PluginCatalog catalog);

    /// <summary>Says that a build was refused.</summary>
    /// <param name="runGoesOn">Whether a run of an earlier build goes on.</param>
    void Refuse(bool runGoesOn);

    /// <summary>Runs a plan until it is done or told to stop.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="catalog">The plugins.</param>
    /// <param name="start">Which start it is, from 1.</param>
    /// <param name="stop">Tells it to stop.</param>
    void Run(ExperimentPlan plan, PluginCatalog catalog, int start, CancellationToken stop);
}
