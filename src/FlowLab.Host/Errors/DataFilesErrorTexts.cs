namespace FlowLab.Host.Errors;

/// <summary>What FLD numbers mean.</summary>
internal static class DataFilesErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLD: data files", """
            Data files come from elsewhere, so nothing they claim is believed: sizes are checked against the file before memory is set aside, and
            whatever is wrong ends in one of these numbers. `docs/data.md` describes formats, commands and the data folder.
            """,
    [
        new("FLD001", "The file cannot be read",
            "FLD001 faces.npy: the file cannot be read (Could not find file 'faces.npy'); expected a file that exists; check its path and permissions",
            "Check the spelling, the folder you are in, and whether you may read the file."),
        new("FLD002", "Another format",
            "FLD002 faces.npy: this is another format; expected a NumPy array, which begins with 93 'NUMPY'; found 89504e470d0a; check that the path names the right file",
            "Name a file of the format; its first bytes count, not its name. Any of the formats may be compressed as `.gz`, and is then recognized by itself."),
        new("FLD003", "The file ends early",
            "FLD003 t10k-images-idx3-ubyte: the file ends early, in the elements of an array of shape [10000, 28, 28]; expected 7840016 bytes; found 1000000 bytes; the file is damaged or was cut off; get it again",
            "The header promises more than there is: usually an interrupted copy or download. Copy the file again, or `flowlab data get` it."),
        new("FLD004", "Bytes follow the end",
            "FLD004 faces.npy: bytes follow an array of shape [1965, 28, 20]; expected an end after 1100528 bytes; found 1100530 bytes; the file is damaged or was cut off; get it again, or write it anew with one array only",
            "The header and the length of the file contradict each other. Several arrays go into a `.npz` archive, not into one `.npy` file."),
        new("FLD005", "Too large",
            "FLD005 huge.idx: an array of shape [65536, 65536] is too large; expected at most 2147483591 bytes; found [65536, 65536] elements of 1 byte; nothing was read, because the header is wrong or the data has to be split into smaller files",
            "A table has at most 2,147,483,591 bytes in its file, and a header of NumPy at most 65,536. If the claim is true, split the data."),
        new("FLD006", "A type of elements that cannot be read",
            "FLD006 counts.npy: elements of type '<c8' cannot be read; expected one of |b1, |u1, |i1, <u2, <i2, <f2, <u4, <i4, <f4, <u8, <i8, <f8 and the same big-endian (>) or native (=); convert the array, such as by array.astype('<f4') of NumPy",
            "Convert the array and save it again. Objects, text and records are never read: to load them means to run code."),
        new("FLD007", "A shape that is no table of points",
            "FLD007 empty.npy: an array of shape [0, 28, 20] is no table of points; expected [N], [N, D], [N, H, W], or four axes with channels, and at least one element; reshape the array",
            "The first axis counts the points; reshape the array before it is saved."),
        new("FLD008", "The header of a .npy file cannot be read",
            "FLD008 faces.npy: the header of the array cannot be read: the key 'order' is unknown or stands there twice; expected what numpy.save writes, such as {'descr': '|u1', 'fortran_order': False, 'shape': (1965, 28, 20), }; write the file anew",
            "Save the array with `numpy.save`. A header is parsed, never evaluated."),
        new("FLD009", "The compressed data is damaged",
            "FLD009 t10k-images-idx3-ubyte.gz: the compressed data is damaged: the trailer's CRC-32 is 3d4c7a10, that of the content 9b02d1f3; expected one gzip member and nothing after it; get the file again",
            "Get the file again. Files of several gzip members, or with bytes after the end, have to be compressed anew: `gunzip` and `gzip`."),
        new("FLD010", "The archive cannot be read",
            "FLD010 faces.npz: the archive cannot be read: it does not end with the record that ends an archive, so it was cut off, has bytes after its end or is no archive; expected what numpy.savez or savez_compressed writes; get the file again, or write it anew",
            "Write the archive with `numpy.savez` or `numpy.savez_compressed`. Encrypted archives and archives with a comment are not read."),
        new("FLD011", "The archive has no such array",
            "FLD011 faces.npz: which array is not said; the archive has x_train, x_test; name one of them",
            "Name an array of the list; an archive with a single array needs no name."),
        new("FLD012", "A label out of range",
            "FLD012 data_batch_1.bin: record 17 has label 201; expected 0 to 9; the file is damaged, or no CIFAR-10 file",
            "CIFAR-100 has two labels per record and is another format; otherwise get the file again."),
        new("FLD013", "Numbers that are not finite",
            "FLD013 faces.npy: 2 numbers are not finite: row 17, column 1 is NaN; row 40, column 0 is infinite; expected finite numbers within the range of float32; clean the array first (rows and columns count from 0)",
            "The first five are named, and how many there are. Clean the array: NaN often stands for missing values, and numbers beyond 3.4e38 do not fit into single precision."),
        new("FLD014", "Another version of the .npy format",
            "FLD014 fields.npy: the array has format version 4.0; expected 1.0, 2.0 or 3.0; write the array anew with numpy.save",
            "Save a plain array of numbers."),
        new("FLD015", "The points cannot be split",
            "FLD015 2 points cannot be split; expected at least one point to train on beside 1 for validation and 1 for test; ask for smaller parts, or use a larger file",
            "Every part needs points: ask for fewer validation and test points, or use more data."),
        new("FLD016", "A user's file is not there",
            "FLD016 faces/mine.npy: the file is not there; expected /home/me/.local/share/FlowLab/data/faces/mine.npy; found nothing; a relative path begins in the data folder, which --data DIR or FLOWLAB_DATA names, so move the file there, name another folder, or give an absolute path",
            "The setting `path` of the dataset `npy` is empty or leads nowhere. A relative path begins in the data folder, not in the folder of the manifest."),
        new("FLD017", "A number that cannot be binarized",
            """
            FLD017 spectra.npy: feature 1 of point 2 is 1.25, which cannot be binarized; expected bytes, or numbers within [0, 1]; scale the array, or set binarization to "none"
            """,
            "Binarization takes intensities for probabilities of ink. Scale the array to [0, 1], or use its numbers as they are."),
        new("FLD018", "An array of a file that is no archive",
            """
            FLD018 faces.npy: the file is no archive, so that it has no array "x_train"; expected an .npz file; leave out the setting "array", or name the archive
            """,
            "Only `.npz` files have arrays with names. Leave out `array`, or give the path of the archive."),
        new("FLD020", "No data folder is known",
            "FLD020 no data folder is known, because this user has no folder for local application data; give one with --data DIR or in the environment variable FLOWLAB_DATA",
            "This happens to users without a home, such as services. Give the folder."),
        new("FLD021", "The file is not in the data folder",
            "FLD021 train-images-idx3-ubyte: the file is not in the data folder; expected /home/me/.local/share/FlowLab/data/train-images-idx3-ubyte, or the same with .gz; found neither; get it with: flowlab data get train-images-idx3-ubyte, or name the folder that has it with --data or FLOWLAB_DATA",
            "Download the file, or point to the folder that has it. `flowlab data list` shows what is where."),
        new("FLD022", "The file has another content",
            "FLD022 /data/freyfaces.npy: the file has another content; expected 1,100,528 bytes with SHA-256 2177ea...; found 1,100,528 bytes with SHA-256 58b1c0...; get it anew with: flowlab data get freyfaces.npy",
            "The file was changed, damaged, or is another one of the same name. `flowlab data get` sets it aside as `.wrong` and downloads the right one. Checksums are of the content, so it does not matter who compressed a `.gz`."),
        new("FLD023", "No plugin knows the data file",
            """
            FLD023 "minst" is no data file that a plugin knows; expected one of cifar10, freyfaces, mnist, ...; did you mean "mnist"?
            """,
            "Use a name of `flowlab data list`: a set, such as `mnist`, or a file."),
        new("FLD024", "The file could not be downloaded",
            """
            FLD024 train-labels-idx1-ubyte: the file could not be downloaded; expected one of 2 mirrors to give it; found https://...: no connection (Name or service not known); https://...: the mirror answers 404 Not Found; without a connection, do this by hand:
              1. on a machine with a connection, download https://...
              2. copy the file to /home/me/.local/share/FlowLab/data/train-labels-idx1-ubyte.gz
              3. check it: flowlab data verify train-labels-idx1-ubyte
            """,
            "Follow the steps, or give the command again later: what was downloaded is kept and the download goes on where it stopped. Proxies are taken from `HTTPS_PROXY`."),
        new("FLD025", "The data folder cannot be written",
            "FLD025 /data: the data folder cannot be written (No space left on device); expected to store the file there; free some space, or name another folder with --data or FLOWLAB_DATA; what was downloaded is kept and used when the command is given again",
            "Check space and permissions."),
        new("FLD026", "Another process is downloading the file",
            "FLD026 /data/.downloads/240b31022d10-train-images-idx3-ubyte.gz.part: another process is downloading this file; wait until it has ended, or stop it",
            "Wait for the other `flowlab data get`."),
        new("FLD027", "A plugin describes a file wrongly",
            """
            FLD027 data files "mine", ../evil: the plugin describes the file wrongly: its name must be letters, digits, '.', '-' and '_', ...; it is left out; this is an error of the plugin
            """,
            "Tell the plugin's author. A name may not lead out of the data folder, two plugins may not describe one name with different contents, and mirrors are http or https addresses."),
    ]);
}
