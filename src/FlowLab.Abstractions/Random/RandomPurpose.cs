namespace FlowLab.Random;

/// <summary>What random numbers are for. A part of the key, so that no two uses of one seed share numbers.</summary>
public enum RandomPurpose
{
    /// <summary>Initial parameters.</summary>
    Initialization = 1,

    /// <summary>Constants of a flow that are drawn once and not trained, such as permutations.</summary>
    FlowConstants = 2,

    /// <summary>Noise eps of z0 = mu + sigma eps while training.</summary>
    TrainingNoise = 3,

    /// <summary>Noise eps while evaluating.</summary>
    EvaluationNoise = 4,

    /// <summary>Training data drawn from a generator.</summary>
    TrainingData = 5,

    /// <summary>Held-out data drawn from a generator.</summary>
    TestData = 6,

    /// <summary>The order of mini-batches.</summary>
    Shuffling = 7,

    /// <summary>Binarisation of gray pixels.</summary>
    Binarization = 8,

    /// <summary>Which points of a file are for training, validation and test.</summary>
    Splitting = 9,

    /// <summary>Initial parameters of the networks of a latent model.</summary>
    NetworkInitialization = 10,
}
