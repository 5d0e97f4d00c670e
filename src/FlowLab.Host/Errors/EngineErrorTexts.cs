namespace FlowLab.Host.Errors;

/// <summary>What FLE numbers mean.</summary>
internal static class EngineErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLE: the engine", "",
    [
        new("FLE001", "A tensor is too large",
            "FLE001: a tensor of 100 seeds x 6480 features x 10000 samples has 6480000000 elements; at most 2147483647 fit. Use fewer seeds at once, a smaller batch or a shorter flow.",
            """
            Follow the message; the seeds of an experiment can also be run as several runs with `"seeds": { "first": 50, "count": 50 }`.
            """),
        new("FLE002", "The free energy without an energy",
            "FLE002: the free energy needs an energy as its target; none was given.",
            "Give a target of type `energy`. Manifests are checked for this before a run (FLM025), so this is for users of the engine as a library."),
        new("FLE003", "Maximum likelihood without data",
            "FLE003: maximum likelihood needs a dataset as its target; none was given.",
            "Give a target of type `dataset`."),
        new("FLE004", "Nothing to train",
            "FLE004: this cell has the objective 'none', so there is nothing to update.",
            "Choose an objective, or do not call `Step`."),
        new("FLE005", "A checkpoint that does not fit",
            "FLE005: the checkpoint does not fit this cell: expected 8 seeds with 164 parameters and 2 optimizer buffers each, found 5 seeds, ...",
            "The cell was changed since the checkpoint was written. Start a new run."),
        new("FLE006", "A damaged checkpoint",
            "FLE006: runs/a/checkpoints/U1.flc is not a usable checkpoint: its checksum does not match its content. Delete it to train this cell from its start.",
            "Delete the file and resume: only this cell is trained again."),
        new("FLE007", "Another format of checkpoint",
            "FLE007: runs/a/checkpoints/U1.flc has checkpoint format 2; this FlowLab reads format 1.",
            "Use the FlowLab that wrote it."),
        new("FLE008", "A checkpoint of another cell",
            "FLE008: runs/a/checkpoints/U1.flc belongs to another cell (fingerprint 3f..., expected 91...): the manifest or a plugin has changed since. Resume with the same manifest and plugins, or start a new run.",
            "Settings, seeds and the builds of the plugins that compute a cell are part of its fingerprint, because a mixture of two would be nobody's result."),
        new("FLE009", "A grid for a flow that is not two-dimensional",
            "FLE009: densities on a grid need a two-dimensional flow; this one has dimension 3.",
            "Pictures and KL(q || p) on a grid exist in two dimensions only."),
        new("FLE010", "A seed was stopped",
            "FLE010: seed 3 was stopped at update 17: flow[0] (planar) layer 4: the log-det is not finite. No other seed is affected; try a smaller learning rate for this cell.",
            "The loss or a gradient was not finite. The seed keeps the parameters it had before that update, has no figures, and is counted as stopped; the exit code of the run is 3. What helps depends on the place, and the message says it: a smaller learning rate, `warmup` in the schedule or a longer annealing where training went astray; data near the base density where the inverse failed; a look at the component where the first update failed."),
        new("FLE020", "Matrices whose shapes do not fit",
            "FLE020: a matrix of 100 x 784 cannot be multiplied by one of 400 x 784: expected 784 rows in the right factor, found 400. Transpose() a factor if it lies the other way.",
            "Shapes are those after transposition: the columns of the left factor are the rows of the right one, and the result has the rows of the left and the columns of the right."),
        new("FLE021", "A matrix that does not lie within its memory",
            "FLE021: the left factor needs a view of 78400 elements; found 78300. Correct the view's shape or strides.",
            "A view must hold (seeds - 1) x seed stride + (rows - 1) x leading dimension + columns elements, counted in memory, that is before transposition. Dimensions and strides are not negative, and a leading dimension is at least as long as a row."),
        new("FLE022", "Results of several seeds at one place",
            "FLE022: the results of 8 seeds overlap: 100 rows of 400 elements, leading dimension 400, seed stride 0. Give every seed a result of its own; only factors may be shared.",
            "A seed stride of 0 shares a factor or a bias among all seeds. A result needs a place per seed."),
        new("FLE023", "A matrix of another device",
            "FLE023: the bias lies in a buffer that was disposed. Copy it to the device of the product first.",
            "Allocate the operands on the accelerator that the service was made for, and keep their buffers until the product is done."),
        new("FLE024", "A packed matrix that does not fit the product",
            "FLE024: the packed factor was packed for the right side and 1 seeds; this product needs it on the left side for 8 seeds. Pack it for that.",
            "A matrix is packed for one side, one number of seeds and one service. For the other side pack it once more; after its values changed call `Refresh`."),
        new("FLE025", "A product that is too large for the device",
            "FLE025: a product on this device has a matrix of 4294967296 elements per seed; expected at most 2147483647. Cut it into several products.",
            "OpenCL and CUDA devices count the elements of one seed's matrix in 32 bits, and groups of rows and seeds in 16. Multiply in parts."),
        new("FLE030", "A likelihood that is no density of the data",
            """
            FLE030: the bernoulli likelihood is no density of these data: they are intensities in [0, 1]. Use bernoulli for binary points ("target": { "binarization": "static" }), logit-normal for intensities, gaussian for any numbers.
            """,
            "Binarize the data, or take another `model.likelihood.type`.")
        {
            Explanation = "**Why.** A Bernoulli likelihood of gray levels does not sum to one, and so neither its bound nor its estimate of -ln p(x) would mean anything.",
        },
        new("FLE031", "Stochastic layers that cannot be built",
            "FLE031: model.latents is []; expected the widths of 1 to 16 stochastic layers from the data upwards, each from 1 to 4096, such as [40].",
            "Correct `model.latents`."),
        new("FLE032", "A latent model without data",
            "FLE032: a latent model needs a dataset as its target; none was given.",
            "Give a target of type `dataset`. Manifests are checked for this before a run (FLM016), so this is for users of the engine as a library."),
        new("FLE033", "A latent model of a generator",
            "FLE033: the dataset two-moons draws its points from a generator; a model needs a finite dataset with a test part. Take mnist, cifar10-patches, freyfaces or a file of your own (npy).",
            "Take a dataset of files, or fit the flow itself with the objective `maximum-likelihood` and no model."),
        new("FLE034", "A conditioned flow without a model",
            """
            FLE034: flow[0] depends on data points, which only a model has. Set its "conditioned" to false, or give the manifest a "model".
            """,
            "Follow the message: in cells without a model, flows have one set of parameters per seed and nothing else to depend on."),
        new("FLE035", "A uniform base in maximum likelihood",
            """
            FLE035: a uniform base has no log-likelihood gradient: its density is zero outside the square. Use "base": { "type": "gaussian" }.
            """,
            "Take a Gaussian base. Manifests are checked for this before a run (FLM019), so this is for users of the engine as a library."),
        new("FLE036", "Initial parameters that are no numbers",
            "FLE036: flow[0] (mine) sets a of layer 0 of seed 3 to NaN at the start; expected finite numbers. This is an error of the flow's Initialize.",
            "Look at `IFlow.Initialize`: every parameter of every seed has to be set to a finite number."),
        new("FLE037", "A look inside what is not trained",
            "FLE037: there is nothing to diagnose before the first update of a cell that is trained.",
            "This is a call of the library, `TrainingSession.Diagnose`, too early or on a cell with the objective `none`: make an update first. The program never does this."),
        new("FLE038", "A seed went back to the last checkpoint",
            "FLE038: seed 3 met a fault at update 1363: ln p(z). It goes on with what it was at update 1000.",
            "Once is luck. If it happens again and again, the settings do not suit the cell: a smaller learning rate, a longer warm-up, or a smaller `model.flowOutputs.scale`; see [training](training.md).")
        {
            Explanation = """
            Its loss or a gradient was not finite, and `training.onFault` is `rollback`. The number of updates runs on, so that the seed meets other data and noise than those that it failed at; it has made
            fewer updates than the others. The run ends with exit code 0, and the report lists every time.
            """,
        },
        new("FLE039", "Data far from the base",
            """
            FLE039: number 2 of the data has mean 301.2 and deviation 12.7, the base mean 0 and deviation 1. A flow has to bridge that before it can learn anything; set "standardize": true beside the dataset's "name", and the flow sees numbers of mean 0 and deviation 1 while likelihoods stay those of the data
            """,
            "It is a warning: the run goes on. With `standardize` a last layer of the flow, which has no parameters, carries mean and deviation of the training points, and its log-det is part of every likelihood."),
        new("FLE040", "A kernel writes out of its views",
            "FLE040: 2 elements were written behind the buffer of log-det [2 seeds, 1, 50], which has 100 elements; the first has index 103, by flow[0] in its forward pass. A kernel writes out of its views, so that no number of this cell can be trusted; --checked names kernel, source line, index and view",
            "Run the cell with `--checked`. The last checkpoint was written before the fault was found, so that it can still be wrong: train the cell again once the kernel is mended.")
        {
            Explanation = "**Why.** Buffers that components are given lie between zones of known content. They are looked at after every call of the first update and of the measurement, at every checkpoint and at the end of a cell; if something was written there, the last update is made once more to find the culprit.",
        },
        new("FLE050", "A flow that follows a target which is not there",
            """
            FLE050: flow[0] (langevin) follows the gradient of its target, and this cell has none to follow. Give it an energy with the objective "free-energy", or a "model" of a dataset.
            """,
            "Follow the message. In maximum likelihood there are points of the data's density, but not its gradient: take another flow there."),
        new("FLE051", "Maximum likelihood of a flow with auxiliary variables",
            """
            FLE051: flow[0] (mine) has auxiliary variables, so that the density of its points is an integral that nobody knows; maximum likelihood needs that density. Take another flow, or the objective "free-energy" of an energy or of a "model".
            """,
            "Follow the message."),
        new("FLE052", "A density of a flow with auxiliary variables",
            "FLE052: the flow has auxiliary variables, so that the density of q is an integral that nobody knows; there are its draws and a bound.",
            "This is a call of the library, `GridDensity.LogModel`. The program draws histograms of such flows and measures a bound on KL(q || p)."),
        new("FLE053", "Metropolis-adjusted steps without an energy",
            "FLE053: Metropolis-adjusted steps move draws towards an energy, and this cell has none: it is fitted to data. Draw without them, or from a cell whose target is an energy.",
            "Leave `--metropolis` out. Of data only points are known, and of a latent model draws are points x, not z."),
        new("FLE054", "A flow that follows a gradient which jumps",
            """
            FLE054: flow[0] (hamiltonian) follows the gradient of ln p(x, z), which jumps wherever a maxout unit takes another of its linear ones: gradients of the bound cannot be computed then, and training does not follow them (see gradient_error). Give the decoder "activation": "elu" or "tanh"
            """,
            "A warning. Take a smooth decoder: `\"decoder\": { \"activation\": \"elu\" }`. The encoder may have kinks.")
        {
            Explanation = "**Why.** Langevin and Hamiltonian steps move z by the gradient g of ln p(x, z), so that the gradient of the bound needs derivatives of g. Where g jumps, the bound jumps with the parameters, and no derivative at a point knows. Bounds that are measured stay bounds; training does not bring them down as it should.",
        },
    ]);
}
