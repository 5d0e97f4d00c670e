using FlowLab.Data;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.Sets;

/// <summary>
/// Handwritten digits, [1, 28, 28], in ten classes: the first 50,000 images of the training file for training, its last 10,000 for validation
/// (Larochelle and Murray, AISTATS 2011), the test file for test. Intensities are probabilities of ink (Salakhutdinov and Murray, ICML 2008). On the
/// device: 7 MB of bits under static binarization, 55 MB of bytes otherwise.
/// </summary>
[Dataset("mnist", Summary = "Handwritten digits, 28 x 28, binarized or in gray.", Source = "LeCun, Cortes and Burges, from NIST data; binarized as by Salakhutdinov and Murray 2008")]
public sealed class Mnist(MnistSettings settings, IDataFolder folder, PointTables tables)
    : PointSet(tables.Accelerator, Open(settings, folder, tables), new PointSetRule(settings.Binarization, settings.BinarizationSeed), "MNIST")
{
    private static PointTable Open(MnistSettings settings, IDataFolder folder, PointTables tables) =>
        tables.Get($"mnist {MnistFiles.Version(folder)}", settings.Binarization, settings.BinarizationSeed, () => MnistFiles.Read(folder));
}
