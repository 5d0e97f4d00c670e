using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Datasets.Patches;

/// <summary>Settings of <see cref="Cifar10Patches"/>.</summary>
public sealed class Cifar10PatchesSettings
{
    [Description("Side of a patch; 32 are whole images."), Unit("pixels"), Range(1, 32)]
    public int PatchSize { get; init; } = 8;
}
