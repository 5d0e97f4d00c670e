namespace FlowLab.Host.Errors;

/// <summary>What FLR numbers mean.</summary>
internal static class RunsErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLR: run folders, devices and databases", "",
    [
        new("FLR001", "The folder is not empty and holds no run",
            "FLR001: the folder 'results' is not empty and holds no FlowLab run. Choose another folder with --out, or empty this one.",
            "Give `--out` a folder that does not exist yet or is empty. Nothing in the folder was touched."),
        new("FLR002", "Not the folder of a run",
            "FLR002: 'runs' is not the folder of a run: it has no 'manifest.json'. Give the folder that 'flowlab run' wrote.",
            "Give the folder itself (it holds `manifest.json` and `run.sqlite`), not its parent."),
        new("FLR003", "The database was not written by FlowLab",
            "FLR003: 'x/run.sqlite' was not written by FlowLab. Give the folder that 'flowlab run' wrote.",
            "Another program's file has this name. Choose the right folder."),
        new("FLR004", "The database is damaged",
            "FLR004: the database 'x/run.sqlite' is damaged (database disk image is malformed). Restore it from a copy, or have it begun again from the checkpoints: flowlab run --resume DIR",
            "Checkpoints in `checkpoints/` are separate files with checksums of their own: `flowlab run --resume DIR` begins a new database, goes on from them and measures again what was finished. Only training curves are lost."),
        new("FLR005", "No space left",
            "FLR005: no space is left to write 'x/run.sqlite'. Free some space and go on with --resume; everything up to the last checkpoint is kept.",
            "Free space on the disk, then `flowlab run --resume DIR`."),
        new("FLR006", "Another process works on the run",
            "FLR006: another process is working on 'x/run.lock'. Wait until it has ended, or stop it.",
            "Only one process may write a run. Reading, such as `flowlab report`, is always allowed."),
        new("FLR007", "Another layout of the database",
            "FLR007: 'x/run.sqlite' has layout 4, this FlowLab reads and writes layout 3. Use the FlowLab that wrote it.",
            "Use the version of FlowLab that the environment table of the report names."),
        new("FLR008", "The file cannot be read or written",
            "FLR008: 'x/run.sqlite' cannot be read or written (unable to open database file). Check that the folder exists and that you may write to it; --out names another place.",
            "Check the path and its permissions."),
        new("FLR009", "Another experiment",
            "FLR009: 'x/run.sqlite' holds another experiment: cell 'U1' is not what it was: learningRate was 0.001 and is 0.01. Resume with the manifest the run was started with, or start a new folder.",
            "Resume without `--set`, or start a new run. More seeds, more updates and more values on the axes of the sweep can be added to a run; all else is another experiment."),
        new("FLR010", "A cell that the database does not have",
            "FLR010: 'x/run.sqlite' has no cell 12. Register the cells before anything is written about them.",
            "This is a fault of FlowLab itself; please report it."),
        new("FLR020", "Unknown device",
            "FLR020 there is no device 'gpu'. Allowed: cpu, opencl:0, opencl12:0, ilgpu-cpu. 'flowlab devices' lists what this machine has, and why some of it cannot be used.",
            """
            Name a device that `flowlab devices` lists: the first of a kind needs no number, `opencl` is `opencl:0`. Where a device is missing that the machine
            has, `flowlab devices` says what it lacks, mostly its driver.
            """),
        new("FLR021", "Number of threads out of range",
            "FLR021 --threads is 0; allowed: 1 to 1024.",
            "Leave `--threads` out to use one thread per core. Results do not depend on it."),
        new("FLR022", "The folder holds a run already",
            """
            FLR022 'runs/a' holds a run already. Go on with it by --resume "runs/a", or choose another folder with --out.
            """,
            "A run never overwrites another one."),
        new("FLR023", "The run's manifest cannot be read",
            "FLR023 'runs/a/manifest.json' is not the manifest that 'flowlab run' wrote: ...",
            "Restore the file; FlowLab wrote it when the run started."),
        new("FLR024", "A device that cannot be used",
            "FLR024 the device 'opencl:0', Graphics, cannot be used: ILGPU's OpenCL: it has no generic address space; OpenCL 1.2 of FlowLab.Accelerators: FLR026 its driver fails (OpenCl12Exception: FLK310: ...). Choose another one; 'flowlab devices' lists them.",
            "The message says of every accelerator that might drive the device why it does not. `--device cpu` always works."),
        new("FLR025", "A device computes wrong numbers",
            "FLR025 it computes wrong numbers (curve 17 of the probe: expected 0.9734, found NaN)",
            "Update the device's driver; if that does not help, report the line with what `flowlab devices` says of the device. Of an OpenCL device that ILGPU drives, `--device opencl12:0` tries our accelerator.")
        {
            Explanation = "Before a device is offered or used, a small kernel runs on it and is compared with what its C# means: integers and a group with shared memory to the last bit, floats and functions within rounding.",
        },
        new("FLR026", "The driver of a device fails",
            "FLR026 its driver fails (CLException: CL_BUILD_PROGRAM_FAILURE)",
            "Update the device's driver, or take its library away if nothing needs it. Other devices are not affected."),
        new("FLR027", "Bounds checks of another device",
            "FLR027 --checked needs --device cpu; found 'cuda:0'. Kernels are the same on all devices: check them on the processor.",
            "Leave `--device` out while you look for the fault."),
        new("FLR028", "No such error",
            "FLR028 there is no error 'FLM999'; expected a number such as FLM012.",
            "Type the number as it stands in the message; `docs/errors.md` lists all."),
        new("FLR030", "No such cell in the run",
            "FLR030: the run 'runs/a' has no cell 'U1-3'. Its cells are U1-2, U1-4, U2-2, U2-4. Did you mean 'U1-2'?",
            "Name one of the cells with `--cell`; ids are those of summary.csv and of the files in checkpoints/. `flowlab sample` takes one cell at a time, and needs `--cell` where a run has several."),
        new("FLR031", "The cell has not been trained yet",
            """
            FLR031: cell 'U1-4' has not been trained yet: there is no '/home/me/runs/a/checkpoints/U1-4.flc'. Go on with: flowlab run --resume "/home/me/runs/a"
            """,
            "Resume the run, at least to the first checkpoint of the cell, or choose another cell. Without checkpoints/ a run folder has its numbers and pictures, but no parameters."),
        new("FLR032", "The cell cannot be rebuilt as it was trained",
            "FLR032: cell 'U1-4' of 'runs/a' cannot be rebuilt as it was trained: the plugin of flow 'planar' is another build (SHA-256 3f1c0a8b2d4e..., then 9a77c1e05b12...). Use the manifest.json and the plugins that the run was made with (--plugins DIR), or run it again.",
            "Parameters mean something only to the code that trained them. The report says which builds those were; build that version, and name its folder with `--plugins`. If a setting is named instead, `manifest.json` of the run folder was changed: restore it."),
        new("FLR033", "No such seed in the run",
            "FLR033: the run 'runs/a' has no seed 12. Its seeds are 0, 1, 2, 3, 4.",
            "Name one of the seeds, or leave `--seed` out for the median one."),
        new("FLR034", "Draws cannot be written like this",
            "FLR034 'draws.txt' is neither .npz nor .png. Give --out a name that ends in one of them.",
            "`.npz` takes any draws. `.png` takes images, and points of the plane."),
        new("FLR035", "Only the evaluation can be changed",
            "FLR035 --set training.batch=5 would change more than how cells are measured; expected a path that starts with evaluation., such as --set evaluation.samples=100000. For the rest, start a new run.",
            "`flowlab eval` measures what was trained. Everything else is part of what was trained."),
        new("FLR036", "The cell was trained on other data",
            "FLR036: cell 'mine' of 'runs/a' was trained on other data: its data had values with SHA-256 3f1c0a8b2d4e... (x.npy ...), and now have 9a77c1e05b12... (x.npy ...). Bring the data of the run back (--data DIR), start a new run, or give --allow-changes to go on with the new data, which is recorded.",
            "A run remembers the SHA-256 of the values of its data, wherever the file lies. Bring the file back, or accept the change with `--allow-changes`; the event is in the report."),
        new("FLR040", "A cell failed",
            """
            FLR040: cell 'U1-mine' failed after update 700 in flow "mine" of Mine 1.0.0 (plugins/Mine/Mine.dll): invalid operation: the forward pass says no. All its seeds end here, the other cells go on; --resume tries it again from its last checkpoint, --verbose shows where it was thrown.
            """,
            "A component threw while the cell was built, trained or measured. The other cells are not concerned, and the exit code is 3. With `--fail-fast` the run ends there. Once the plugin is mended, `run --resume DIR --allow-changes` tries the cell again."),
        new("FLR041", "The process of a cell ended",
            "FLR040: cell 'U1-mine' failed after update 700: FLR041: its process ended by signal 6 (SIGABRT). A kernel that touches memory that is not its own does this, and so does a machine that runs out of memory; run with --checked to have the kernel named with source line, index and view. All its seeds end here, the other cells go on; --resume tries it again from its last checkpoint, --verbose shows where it was thrown.",
            "With `--isolate` every cell has a process of its own, and this one took only its own cell along. Look above the message for what the runtime said."),
        new("FLR042", "A call does not return",
            """
            FLR040: cell 'U1-mine' failed after update 12 in flow "mine" of Mine 1.0.0 (plugins/Mine/Mine.dll): FLR042: its forward pass has not returned for 600 s, the limit of --time-limit. Either a loop has no end, or the limit is too small for this cell. All its seeds end here, the other cells go on; --resume tries it again from its last checkpoint, --verbose shows where it was thrown.
            """,
            "Look for a loop whose condition may never come true, with a NaN for instance. If one update really takes that long, give `--time-limit` more seconds.")
        {
            Explanation = "**Why.** A thread cannot be stopped from outside. Without `--isolate` it is left behind with the device, keeps its part of the machine busy until the program ends, and the rest of the cells run in processes of their own; with `--isolate` it is gone with its process.",
        },
        new("FLR043", "A cell takes too much memory",
            "FLR040: cell 'U1-mine' failed after update 12: FLR043: the process has 29.1 GiB in memory; --memory-limit allows 28.8. Either a component allocates without end, or the cell needs fewer seeds, a smaller batch or a higher limit. All its seeds end here, the other cells go on; --resume tries it again from its last checkpoint, --verbose shows where it was thrown.",
            "A component that allocates in every pass and keeps what it got has to be mended. A cell that is simply large needs fewer seeds at once or a smaller batch. The limit is there so that the system does not end the program without a word."),
        new("FLR044", "The program ended before its time",
            """
            FLR044: flowlab ended before its time: it was killed, or a kernel touched memory that is not its own. What was done up to the last checkpoint is kept; go on with: flowlab run --resume "runs/mine". With --checked, a kernel at fault is named with source line, index and view; with --isolate, it costs its own cell alone.
            """,
            """
            If you killed it, go on with `--resume`. If the runtime says "Fatal error" above, a kernel read or wrote out of its views: run with `--checked`.
            """),
        new("FLR045", "A run cannot be extended like this",
            "FLR045: the run of 'runs/mine/run.sqlite' cannot be extended like this: cell 'U1' would not end with what a run planned so from the start ends with: the schedule cosine depends on the number of all updates: update 2 had 0.999753 of the learning rate, and would have 0.999938 of it with 200 updates instead of 100. Start a new run.",
            "Start a new run into another folder. A `constant` schedule can always be trained longer; so can one whose factor does not depend on the number of all updates.")
        {
            Explanation = "**Why.** `run --resume DIR` takes more seeds (`--seeds`), more updates (`--set training.updates=...`) and more values on the axes of the sweep, as long as the result is, bit for bit, that of a run that was planned so from the start.",
        },
        new("FLR046", "The database is older than a checkpoint",
            "FLR046: the database knew cell 'U1' up to update 200, its checkpoint is of update 400: the training curve in between is lost. Parameters are those of the checkpoint; figures are measured from them.",
            "Somebody took `run.sqlite` away, emptied it, or brought an old copy back. Nothing else is lost: the run goes on from its checkpoints."),
        new("FLR047", "Another kind of device",
            "FLR047: the run 'runs/mine' was computed on a device of kind 'cuda', and this is one of kind 'cpu', whose numbers differ in their last digits. Take --device cuda, or give --allow-changes to go on, which is recorded.",
            "Go on where the run began, or accept that it mixes devices."),
        new("FLR048", "The database was damaged and is begun again",
            "FLR048: 'runs/mine/run.sqlite' was damaged (database disk image is malformed); it is kept as run.sqlite.damaged, and a new one is begun. Parameters come from the checkpoints, figures are measured again; training curves up to the checkpoints are lost.",
            "Nothing, if the parameters are what you need. A copy of the old database, if there is one, has the curves."),
    ]);
}
